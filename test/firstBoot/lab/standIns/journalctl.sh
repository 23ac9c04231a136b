#!/host/bin/dash
# The last lines that a unit said since this boot: `--unit=U`, `-u U`, `--lines=N`, `-n N`; other options change nothing here.
unit='' lines=10
while [ $# -gt 0 ]; do
  case $1 in
    -u | --unit) unit=$2 && shift ;;
    --unit=*) unit=${1#*=} ;;
    -u*) unit=${1#-u} ;;
    -n | --lines) lines=$2 && shift ;;
    --lines=*) lines=${1#*=} ;;
    -n*) lines=${1#-n} ;;
    -o | --output) shift ;;
    -*) ;;
    *)
      echo "journalctl $*" >>/lab/unmodelled
      exit 1
      ;;
  esac
  shift
done
case $unit in
  *.*) ;;
  *) unit=$unit.service ;;
esac
[ -e "/lab/journal/$unit" ] && /host/bin/tail -n "$lines" "/lab/journal/$unit"
exit 0
