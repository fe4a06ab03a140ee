#!/usr/bin/env bash
# Learns and exports the tiny models: PYTHON=... bash make.sh FOLDER [NAME...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
python=${PYTHON:-python3}
folder=$1
shift
names=("$@")
if ((${#names[@]} == 0)); then names=(tiny-marian-{en-es,es-en,en-eo,eo-en} tiny-t5-paraphrase tiny-bert-{mask,embed}); fi
for name in "${names[@]}"; do
	mkdir -p "$folder/$name"
	"$python" -m millrace_models.train "$name" ../../datasets/support-tickets/tickets.jsonl "$folder/$name"
	"$python" -m millrace_models.finish "$name" "$folder/$name" "../../libs/backends/fixtures/models/$name"
done
