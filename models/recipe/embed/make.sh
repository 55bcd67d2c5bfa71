#!/bin/sh
# Makes the English model from the corpora: make.sh DATA BUILD OUT
#
# DATA holds corpus/*.txt (a document a line), summaries/pp/cnn_train.jsonl, stories/ and similarity/; BUILD is a build of
# nutgraf with its recipes; OUT/en.nut is the result. Needs the fasttext command, and Python with numpy, torch and
# PyStemmer.
set -eu
data=$1 build=$2 out=$3
write_words=$build/models/write_words
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"

{
  cat "$data"/corpus/*.txt
  python3 -c 'import json, sys
for line in sys.stdin: print(" ".join(json.loads(line)["text"].split()))' < "$data/summaries/pp/cnn_train.jsonl"
} | "$write_words" | sort -R --random-source="$0" > "$out/words.txt"

fasttext skipgram -input "$out/words.txt" -output "$out/skipgram" -dim 120 -ws 5 -neg 5 -minCount 8 \
  -minn 4 -maxn 5 -bucket 60000 -epoch 1 -lr 0.05 -t 1e-4 -thread "$(nproc)"

python3 "$here/pairs.py" "$data" "$write_words" "$out/pairs"
python3 "$here/tune.py" "$out/skipgram.bin" "$out/pairs" "$out/en.bin" --all
python3 "$here/evaluate.py" "$out/en.bin" "$data" "$write_words" "$out/words.txt"
"$build/cli/nutgraf" model pack "$out/en.bin" -o "$out/en.nut" --language en --name "English news" --license MIT \
  --weighting none --words 99000 --subwords 57500 --corpus "$out/words.txt" --lines
