"""Trains the reader. Usage: train_reader.py E5_DIR OUT.npz --sets written=DIR,public=DIR[,news][,collections=DIR] [--from READER.npz] [--encoder ENCODER.npz] [--epochs N]"""
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from arguments import read_arguments
from bert import Embedder, Master, Reader, load_weights, pad, save_weights
from examples import reading_examples
from gather import gather
from texts import Pieces


def batches_of(examples, pieces, chance, tokens=3200):
    """Whole questions together, of like length within blocks, about `tokens` token places a batch."""
    examples = list(examples)
    chance.shuffle(examples)
    rows = [[(pieces.pack(q.text, lead, sentences), gold) for lead, sentences, gold in stretches] for q, stretches in examples]
    longest = [max(len(ids) for (ids, _), _ in row) for row in rows]
    found = []
    for s in range(0, len(rows), 512):
        block, batch, width = sorted(range(s, min(s + 512, len(rows))), key=lambda i: longest[i]), [], 0
        for i in block:
            count = sum(len(rows[k]) for k in batch) + len(rows[i])
            if batch and count * longest[i] > tokens:
                found.append([rows[k] for k in batch])
                batch = []
            batch.append(i)
        if batch:
            found.append([rows[k] for k in batch])
    chance.shuffle(found)
    return found


def losses(model, batch):
    flat = [stretch for row in batch for stretch in row]
    ids, segment = pad([s[0][0] for s in flat]), pad([s[0][1] for s in flat], 0)
    sentence, real, stretch = model(ids, (ids != 1).long(), segment)
    wanted = torch.zeros_like(sentence)
    for k, (_, gold) in enumerate(flat):
        for i in gold:
            if i < wanted.shape[1]:
                wanted[k, i] = 1
    real = real.float()
    each = 2 * F.binary_cross_entropy_with_logits(sentence, wanted, weight=torch.where(wanted > 0, 2., 1.) * real, reduction='sum') / real.sum()
    whole = F.binary_cross_entropy_with_logits(stretch, wanted.max(1).values)
    # All sentences of a question against each other and against "nothing answers", whose logit is 0.
    masked, k, listwise = sentence.masked_fill(real == 0, -1e4), 0, 0.
    for row in batch:
        logits, gold = masked[k:k + len(row)].reshape(-1), wanted[k:k + len(row)].reshape(-1) > 0
        k += len(row)
        every = torch.logsumexp(torch.cat([logits, logits.new_zeros(1)]), 0)
        listwise = listwise + every - (torch.logsumexp(logits[gold], 0) if gold.any() else 0)
    return each, whole, listwise / len(batch)


def main():
    options = read_arguments('train_reader')
    random.seed(options.seed), torch.manual_seed(options.seed)
    pieces, chance = Pieces(options.e5), random.Random(options.seed)
    corpora = gather(options.sets)
    embedder = Embedder(options.e5)
    if options.encoder:
        load_weights(embedder, options.encoder)
    embedder.to(torch.bfloat16)
    epochs = []
    for epoch in range(options.epochs):
        began = time.time()
        examples = reading_examples(corpora, embedder, pieces, options.seed * 100 + epoch)
        epochs.append(batches_of(examples, pieces, chance))
        print(f'epoch {epoch + 1}: {len(examples)} questions, {sum(len(s) for _, s in examples)} stretches, {len(epochs[-1])} batches, made in {time.time() - began:.0f} s', flush=True)
    del embedder
    model = Reader(options.e5)
    if options.start:
        load_weights(model, options.start)
    model.train()
    master = Master(model, options.rate, sum(map(len, epochs)))
    master.resume(options.out + '.checkpoint')
    began, seen = time.time(), np.zeros(4)
    for batch in [b for e in epochs for b in e][master.step_number:]:
        each, whole, listwise = losses(model, batch)
        (each + whole + 0.5 * listwise).backward()
        master.step()
        seen += [each.item(), whole.item(), listwise.item(), 1]
        if master.step_number % 50 == 0:
            print(master.step_number, master.steps, *np.round(seen[:3] / seen[3], 4), f'{time.time() - began:.0f} s', flush=True)
            seen[:] = 0
        if master.step_number % 200 == 0:
            master.save(options.out + '.checkpoint')
    save_weights(options.out, master.weights())
    if os.path.exists(options.out + '.checkpoint'):
        os.remove(options.out + '.checkpoint')


main()
