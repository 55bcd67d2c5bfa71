#!/bin/sh
# Learns the score of two articles anew. Usage: make.sh DATA BUILD MODEL OUT
#   DATA: the unpacked data, BUILD: a build with NUTGRAF_BUILD_RECIPES, MODEL: en.nut, OUT: an empty folder for what lies between
set -eu
data=$1 build=$2 model=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out/cut" "$out/with" "$out/without"
for name in fnc1_bodies ecbplus; do "$here/cut.py" "$data/stories/$name.jsonl" "$out/cut"; done
files="$data/stories/fnc1_bodies.jsonl $data/stories/fnc1_headlines.jsonl $data/stories/ecbplus.jsonl $out/cut/*.jsonl"
# shellcheck disable=SC2086 # a list of files
"$build/models/write_pairs" "$model" "$out/with" $files
# shellcheck disable=SC2086
"$build/models/write_pairs" none "$out/without" $files
"$here/train.py" "$out/with" "$out/without"
