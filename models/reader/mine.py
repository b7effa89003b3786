"""What the model itself ranks first and its writer did not mark: cases for careful readers to label.
Usage: mine.py E5_DIR OUT.jsonl --sets written=DIR[,news=DIR] --encoder ENCODER.npz --reader READER.npz [--questions 3000] [--read 6] [--least 0.2]

A line: question, language, the sentences of the stretch, the number of the one ranked first, and where they stand.
"""
import argparse
import json
import random

import numpy as np
import torch

from bert import Embedder, Reader, load_weights
from examples import rank_stretches
from gather import gather
from measure import choose, read_all
from sets import join
from texts import Pieces


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('e5'), parser.add_argument('out'), parser.add_argument('--sets', required=True)
    parser.add_argument('--encoder', required=True), parser.add_argument('--reader', required=True)
    parser.add_argument('--questions', type=int, default=3000), parser.add_argument('--read', type=int, default=6), parser.add_argument('--least', type=float, default=0.2)
    options = parser.parse_args()
    pieces = Pieces(options.e5)
    embedder = load_weights(Embedder(options.e5), options.encoder).to(torch.bfloat16).eval()
    reader = load_weights(Reader(options.e5), options.reader).to(torch.bfloat16).eval()
    corpus = join(gather(options.sets))
    corpus.questions = random.Random(3).sample(corpus.questions, min(options.questions, len(corpus.questions)))
    stretches, similarity = rank_stretches(embedder, pieces, corpus)
    chosen = [choose(similarity[i], stretches, options.read) for i in range(len(corpus.questions))]
    cases = []
    for question, found in zip(corpus.questions, read_all(reader, pieces, corpus, stretches, chosen)):
        score, j, at = max((logit + 0.5 * stretch, j, n) for j, sentences, stretch in found for n, logit in enumerate(sentences))
        s = stretches[j]
        document, sentence = corpus.documents[s.document], s.start + at
        probability = 1 / (1 + np.exp(-score))
        if probability < options.least or (s.document == question.document and sentence in question.gold):
            continue
        cases.append(dict(question=question.text, lang=question.language, document=document.id, sentence=sentence + 1, probability=round(float(probability), 3),
                          kind=question.kind, of=corpus.documents[question.document].id, lead=document.lead, start=s.start + 1, sentences=document.sentences[s.start:s.end]))
    cases.sort(key=lambda c: -c['probability'])
    with open(options.out, 'w', encoding='utf8') as file:
        file.writelines(json.dumps(c, ensure_ascii=False) + '\n' for c in cases)
    print(f'{len(cases)} cases of {len(corpus.questions)} questions', flush=True)


main()
