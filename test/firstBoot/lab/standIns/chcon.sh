#!/host/bin/dash
# chcon -t TYPE FILE…
label=
while getopts t: option; do
  case $option in
    t) label=$OPTARG ;;
    *) exit 1 ;;
  esac
done
shift "$((OPTIND - 1))"
for file in "$@"; do
  [ -e "$file" ] || exit 1
  echo "$label" >"/lab/labels/$(/host/bin/stat -c %i "$file")"
  echo "chcon $label $file" >>/lab/labelled
done
