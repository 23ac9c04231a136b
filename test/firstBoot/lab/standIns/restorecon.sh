#!/host/bin/dash
# Gives files the label that the policy says: of a program below a folder `bin`.
for file in "$@"; do
  case $file in
    -*) continue ;;
  esac
  if [ ! -e "$file" ]; then
    echo "restorecon: $file: No such file or directory" >&2
    exit 255
  fi
  case $file in
    */bin/*) label=bin_t ;;
    *) label=other_t ;;
  esac
  echo "$label" >"/lab/labels/$(/host/bin/stat -c %i "$file")"
  echo "restorecon $file" >>/lab/labelled
done
