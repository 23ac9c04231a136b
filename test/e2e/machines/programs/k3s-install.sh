#!/bin/sh
# A model of K3s's install script, as far as it goes with INSTALL_K3S_SKIP_DOWNLOAD, _SKIP_START and _SKIP_ENABLE: it writes the unit.
set -e
[ "$INSTALL_K3S_SKIP_DOWNLOAD" = true ] && [ -x "$INSTALL_K3S_BIN_DIR/k3s" ]
cat >/etc/systemd/system/k3s.service <<UNIT
[Service]
ExecStart=$INSTALL_K3S_BIN_DIR/k3s $INSTALL_K3S_EXEC
Restart=always
RestartSec=5
UNIT
