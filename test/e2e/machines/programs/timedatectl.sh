#!/bin/sh
# The emulator's clock is right.
echo yes
