#!/host/bin/dash
# The real curl. What it would wait for it waits for a quarter as long: nobody in the lab is slower than that, but who never answers.
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  case $word in
    --max-time)
      quarters=$1
      shift
      count=$((count - 1))
      set -- "$@" "$word" "$((quarters / 4)).$((quarters % 4 * 25))"
      ;;
    --speed-time)
      shift
      count=$((count - 1))
      set -- "$@" "$word" 2
      ;;
    *) set -- "$@" "$word" ;;
  esac
  count=$((count - 1))
done
for url in "$@"; do :; done
case $url in
  */cgi-bin/gate/*/*) echo "${url%%\?*}" >>/lab/told ;;
esac
exec /host/bin/curl "$@"
