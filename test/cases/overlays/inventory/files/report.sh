#!/bin/sh
# Read by local:, so braces such as {{ these }} are no template.
echo "report from $(hostname)"
