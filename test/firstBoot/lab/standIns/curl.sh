#!/host/bin/dash
# The real curl. What it would wait for in seconds it waits for in tenths: nobody in the lab is slower than that, but who never answers.
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  case $word in
    --connect-timeout | --max-time)
      tenths=$1
      shift
      count=$((count - 1))
      set -- "$@" "$word" "$((tenths / 10)).$((tenths % 10))"
      ;;
    --speed-time)
      shift
      count=$((count - 1))
      set -- "$@" "$word" 1
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
