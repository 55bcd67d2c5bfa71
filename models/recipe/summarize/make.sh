#!/bin/sh
# Trains the scorers of summaries and puts them into a model: make.sh DATA BUILD MODEL OUT
#
# DATA holds summaries/pp/cnn_train.jsonl and summaries/orangesum_train_5k.jsonl; BUILD is a build of nutgraf with its
# recipes; MODEL has the word vectors; OUT is a folder, and OUT/en.nut the result. Needs Python with numpy and torch.
set -eu
data=$1/summaries build=$2/models model=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
examples=$out/examples
mkdir -p "$examples"

# For articles in the language of the vectors.
"$build/write_examples" terms "$model" "$examples" "$data/pp/cnn_train.jsonl"
python3 "$here/train.py" terms "$examples" "$out/full.scorer"
"$build/set_scorers" "$model" "$out/terms.nut" "$out/full.scorer"
"$build/write_examples" sentences "$out/terms.nut" "$examples" "$data/pp/cnn_train.jsonl"
python3 "$here/train.py" sentences "$examples" "$out/full.scorer" --seed 3

# For all others: a quarter of it in English, as if the language were not known, and twice what there is in French.
head -n 20000 "$data/pp/cnn_train.jsonl" > "$out/plain.jsonl"
cat "$data/orangesum_train_5k.jsonl" "$data/orangesum_train_5k.jsonl" >> "$out/plain.jsonl"
"$build/write_examples" terms "plain:$model" "$examples" "$out/plain.jsonl"
python3 "$here/train.py" terms "$examples" "$out/plain.scorer"
"$build/set_scorers" "$model" "$out/terms.nut" "$out/full.scorer" "$out/plain.scorer"
"$build/write_examples" sentences "plain:$out/terms.nut" "$examples" "$out/plain.jsonl"
python3 "$here/train.py" sentences "$examples" "$out/plain.scorer"

"$build/set_scorers" "$model" "$out/en.nut" "$out/full.scorer" "$out/plain.scorer"
rm -r "$examples" "$out/terms.nut" "$out/plain.jsonl"
