# The health of members. $2…: their client URLs. Prints for each its URL, and what gRPC or curl said of it.
# It reads one key as a quorum agrees on it, as `etcdctl endpoint health` does. There is no HTTP on that port (members.sh), so it is gRPC
# by hand: five bytes of a frame's head, and a RangeRequest for the key `health`.
health() {
  printf '\0\0\0\0\010\012\006health' |
    ask --http2 --header 'content-type: application/grpc' --header 'te: trailers' --data-binary @- \
      --output /dev/null --dump-header - "$1/etcdserverpb.KV/Range" 2>&1 |
    tr -d '\r' | grep -E '^(grpc-status|grpc-message|curl):' | tr '\n' ' '
}
shift
for url; do
  (
    said=$(health "$url")
    printf '%s %s\n' "$url" "$said"
  ) &
done
wait
