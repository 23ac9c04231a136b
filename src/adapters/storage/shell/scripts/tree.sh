#!/bin/sh
# For scripts that only read: they find nothing where there is no root folder.
enter "$storage/pilotlight" || {
  enter_storage
  exit 81
}
