"""From question sets to what a step of training sees: a question with a few stretches, the sentences that answer marked."""
import random
import re
from dataclasses import dataclass

import numpy as np
import torch

from bert import pad


@dataclass
class Stretch:
    document: int
    start: int
    end: int


@torch.no_grad()
def embed(model, pieces, texts, most=200, size=64):
    """Unit vectors [texts, 384] in bfloat16 arithmetic; texts carry their prefix."""
    model.eval()
    rows = [[0] + pieces.ids(t)[:most] + [2] for t in texts]
    order, found = sorted(range(len(rows)), key=lambda i: len(rows[i])), np.zeros((len(rows), 384), np.float32)
    for s in range(0, len(order), size):
        at = order[s:s + size]
        ids = pad([rows[i] for i in at])
        found[at] = model(ids, (ids != 1).long()).numpy()
    return found


def passage_text(document, start, end):
    """What the encoder sees of a stretch: the article's lead first, where the stretch does not begin with it."""
    lead = document.lead if start > 0 else ''
    return 'passage: ' + (lead[:160] + ' — ' if lead else '') + ' '.join(document.sentences[start:end])


def rank_stretches(model, pieces, corpus, limit=120):
    """All stretches of a corpus and, for each question, their numbers from nearest to farthest."""
    stretches = [Stretch(k, a, b) for k, d in enumerate(corpus.documents) for a, b in pieces.stretches(d.sentences, limit)]
    questions = embed(model, pieces, ['query: ' + q.text for q in corpus.questions], 64)
    passages = embed(model, pieces, [passage_text(corpus.documents[s.document], s.start, s.end) for s in stretches])
    similarity = questions @ passages.T
    return stretches, similarity


def reading_examples(corpora, embedder, pieces, seed):
    """[(question, [(lead, sentences, gold numbers)])]: the right stretch, wrong ones of the same article, the nearest of others.

    The stretches are cut anew for each seed, between 60 and 150 tokens long: what will be read is cut in many ways.
    """
    chance, found = random.Random(seed), []
    for corpus in corpora:
        stretches, similarity = rank_stretches(embedder, pieces, corpus, chance.choice([70, 95, 120, 140]))
        stretches_of = {}
        for s in stretches:
            stretches_of.setdefault(s.document, []).append(s)
        for i, question in enumerate(corpus.questions):
            order = np.argsort(-similarity[i])[:40]
            holds = lambda s: question.document == s.document and any(s.start <= g < s.end for g in question.gold)
            same = [stretches[j] for j in order if stretches[j].document == question.document]
            same += [s for s in stretches_of.get(question.document, []) if s not in same]
            family = lambda k: re.sub(r'^n[01]-', 'n-', corpus.documents[k].id.split('.')[0])
            related = lambda s: question.document is not None and family(s.document) == family(question.document)
            said = {(d, n) for d, n, answers in question.labels if answers}
            others = [stretches[j] for j in order if not related(stretches[j]) and not any((stretches[j].document, n) in said for n in range(stretches[j].start, stretches[j].end))][:6]
            right, wrong = [s for s in same if holds(s)], [s for s in same if not holds(s)]
            if question.near is not None:
                wrong.sort(key=lambda s: not s.start <= question.near < s.end)
            chosen = [chance.choice(right)] if right else []
            chosen += wrong[:1 if right else 2]
            if others and (len(chosen) < 2 or chance.random() < (0.8 if right else 0.4)):
                chosen.append(chance.choice(others))
            for d, n, _ in question.labels:
                chosen += [s for s in stretches_of.get(d, []) if s.start <= n < s.end and s not in chosen][:1]
            if chosen:
                gold = lambda s: (question.gold if s.document == question.document else set()) | {n for d, n in said if d == s.document}
                found.append((question, [view(corpus.documents[s.document], s, gold(s)) for s in chosen]))
    chance.shuffle(found)
    return found


def view(document, stretch, gold):
    lead = document.lead if stretch.start > 0 else ''
    return lead, document.sentences[stretch.start:stretch.end], [g - stretch.start for g in gold if stretch.start <= g < stretch.end]


def window_around(document, gold, chance, most=110, pieces=None):
    """A run of one to six sentences with the right one in it, as passages are cut: (from, to)."""
    start = end = gold
    length, wanted = len(pieces.ids(document.sentences[gold])), chance.choice([20, 60, 90, most])
    end += 1
    while length < wanted:
        back = start > 0 and (end >= len(document.sentences) or chance.random() < 0.5)
        if not back and end >= len(document.sentences):
            break
        at = start - 1 if back else end
        extra = len(pieces.ids(document.sentences[at]))
        if length + extra > most:
            break
        length += extra
        start, end = (at, end) if back else (start, at + 1)
    return start, end
