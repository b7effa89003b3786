"""Fine-tunes the encoder on (question, passage that answers). Usage: train_encoder.py E5_DIR OUT.npz --sets … [--from ENCODER.npz] [--epochs 3]

Softmax over the batch plus a hard negative each (the passage that looks like an answer, or the nearest that is none); batches come from one
corpus each, so that the others in a batch are real competitors. What counts as right is cut as passages are: one to six sentences, lead first.
"""
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from arguments import read_arguments
from bert import Embedder, Master, load_weights, pad, save_weights
from examples import passage_text, rank_stretches, window_around
from gather import gather
from texts import Pieces

TEMPERATURE, SIZE = 0.03, 40


def triples_of(corpora, embedder, pieces, chance):
    """Batches of (question, right passage, wrong passage, key of what is right)."""
    batches = []
    for corpus in corpora:
        stretches, similarity = rank_stretches(embedder, pieces, corpus, chance.choice([60, 90, 120]))
        rows = []
        for i, q in enumerate(corpus.questions):
            if not q.gold:
                continue
            d = corpus.documents[q.document]
            gold = chance.choice(sorted(q.gold))
            right = passage_text(d, *window_around(d, gold, chance, pieces=pieces))
            holds = lambda s: s.document == q.document and any(s.start <= g < s.end for g in q.gold)
            if q.near is not None and chance.random() < 0.6 and q.near not in q.gold:
                a, b = window_around(d, q.near, chance, most=60, pieces=pieces)
                if any(a <= g < b for g in q.gold):
                    a, b = q.near, q.near + 1
                wrong = passage_text(d, a, b)
            else:
                nearest = [s for s in (stretches[j] for j in np.argsort(-similarity[i])[:12]) if not holds(s)][:5]
                s = chance.choice(nearest)
                wrong = passage_text(corpus.documents[s.document], s.start, s.end)
            rows.append(('query: ' + q.text, right, wrong, (q.document, frozenset(q.gold))))
        chance.shuffle(rows)
        batches += [rows[i:i + SIZE] for i in range(0, len(rows), SIZE) if len(rows[i:i + SIZE]) > 8]
    chance.shuffle(batches)
    return batches


def main():
    options = read_arguments('train_encoder')
    torch.manual_seed(options.seed)
    chance, pieces, corpora = random.Random(options.seed), Pieces(options.e5), gather(options.sets)
    model = Embedder(options.e5)
    if options.start:
        load_weights(model, options.start)
    count = sum(len(c.questions) - sum(not q.gold for q in c.questions) for c in corpora)
    master = Master(model, options.rate, options.epochs * (count // SIZE + len(corpora)))
    vectors = lambda texts, most: model(*(lambda ids: (ids, (ids != 1).long()))(pad([[0] + pieces.ids(t)[:most] + [2] for t in texts])))
    master.resume(options.out + '.checkpoint')
    began, seen, drawn = time.time(), [], 0
    for epoch in range(options.epochs):
        for batch in triples_of(corpora, model, pieces, chance):
            drawn += 1
            if drawn <= master.step_number:
                continue
            model.train()
            questions, right, wrong, keys = zip(*batch)
            scores = vectors(questions, 48) @ vectors(right + wrong, 128).T / TEMPERATURE
            # Another right passage of the batch that answers this question too is no competitor.
            alike = lambda i, j: i != j and keys[i][0] == keys[j][0] and bool(keys[i][1] & keys[j][1])
            same = torch.tensor([[alike(i, j) for j in range(len(batch))] + [False] * len(batch) for i in range(len(batch))])
            loss = F.cross_entropy(scores.masked_fill(same, -1e4), torch.arange(len(batch)))
            loss.backward()
            master.step()
            seen.append(loss.item())
            if master.step_number % 20 == 0:
                print(epoch + 1, master.step_number, master.steps, round(float(np.mean(seen[-20:])), 4), f'{time.time() - began:.0f} s', flush=True)
            if master.step_number % 100 == 0:
                master.save(options.out + '.checkpoint')
        master.save(options.out + '.checkpoint')
    save_weights(options.out, master.weights())
    os.remove(options.out + '.checkpoint')


main()
