#!/host/bin/dash
# Whether the clock is right: /lab/clock, or it is.
if [ -e /lab/clock ]; then
  read -r answer </lab/clock
fi
echo "${answer:-yes}"
