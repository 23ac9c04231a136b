#!/bin/sh
# The lock's folder stays, so that numbers only grow.
: >"$lock/released"
