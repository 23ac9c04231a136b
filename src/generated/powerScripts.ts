// Made by scripts/generate-power-scripts.ts from src/adapters/power/ssh/scripts/*.sh: change those.

/** The text of each script that switches a machine, by its name. */
export const powerScripts = {
  "as-root": [
    "if [ \"$(id -u)\" = 0 ]; then exec sh -c \"$@\"; fi",
    "exec sudo -n sh -c \"$@\"",
  ].join('\n') + '\n',
  "boot-next": [
    "cd \"$1\" || exit 81",
    "file=BootNext-8be4df61-93ca-11d2-aa0d-00e098032b8c",
    "if [ -e \"$file\" ]; then chattr -i \"$file\" 2>/dev/null || :; fi",
    "printf \"\\\\007\\\\000\\\\000\\\\000$2\" | dd of=\"$file\" bs=64 status=none || exit 1",
    "printf 'BootNext %s\\n' \"$(od -An -v -tx1 \"$file\" | tr -d ' \\n')\"",
  ].join('\n') + '\n',
  "boot-variables": [
    "[ -d \"${1%/*}\" ] || exit 80",
    "cd \"$1\" || exit 81",
    "guid=8be4df61-93ca-11d2-aa0d-00e098032b8c",
    "found=",
    "for file in Boot????-\"$guid\" BootOrder-\"$guid\" BootNext-\"$guid\" BootCurrent-\"$guid\"; do",
    "[ -f \"$file\" ] || continue",
    "found=1",
    "printf '%s %s\\n' \"${file%%-*}\" \"$(od -An -v -tx1 \"$file\" | tr -d ' \\n')\"",
    "done",
    "[ -n \"$found\" ] || exit 81",
  ].join('\n') + '\n',
  "restart": [
    "if [ \"$1\" = systemd ]; then",
    "exec \"$2\" reboot -i",
    "fi",
    "[ -w \"$3\" ] || exit 82",
    "{",
    "trap '' HUP",
    "for key in s u b; do",
    "sleep 1",
    "echo \"$key\" >>\"$3\"",
    "done",
    "} </dev/null >/dev/null 2>&1 &",
  ].join('\n') + '\n',
  "wake": [
    "for program in etherwake ether-wake; do",
    "command -v \"$program\" >/dev/null 2>&1 && break",
    "program=",
    "done",
    "[ -n \"$program\" ] || exit 80",
    "interface=$3",
    "[ -n \"$interface\" ] || interface=$(ip -4 route show \"$2\" | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)",
    "[ -n \"$interface\" ] || exit 81",
    "for _ in 1 2 3; do \"$program\" -b -i \"$interface\" \"$1\" || exit 1; done",
  ].join('\n') + '\n',
} as const;
