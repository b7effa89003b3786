"""What encoder and reader do on sets that they were not trained on: candidates, first sentence, refusing; the weights of the mix printed in a grid.
Usage: measure.py E5_DIR --encoder ENCODER.npz [--reader READER.npz] [--public DIR] [--collections DIR] [--piaf FILE] [--read 8]"""
import glob

import numpy as np
import torch

import sets
from arguments import read_arguments
from bert import Embedder, Reader, load_weights, pad
from examples import embed, rank_stretches
from texts import Pieces


@torch.no_grad()
def read_all(reader, pieces, corpus, stretches, chosen):
    """For each question its chosen stretches' logits: [(stretch number, sentence logits, stretch logit)]."""
    jobs = [(i, j) for i, js in enumerate(chosen) for j in js]
    rows = []
    for i, j in jobs:
        s = stretches[j]
        d = corpus.documents[s.document]
        rows.append(pieces.pack(corpus.questions[i].text, d.lead if s.start > 0 else '', d.sentences[s.start:s.end]))
    order, found = sorted(range(len(rows)), key=lambda k: len(rows[k][0])), [None] * len(rows)
    for a in range(0, len(order), 24):
        at = order[a:a + 24]
        ids, segment = pad([rows[k][0] for k in at]), pad([rows[k][1] for k in at], 0)
        sentence, real, stretch = reader(ids, (ids != 1).long(), segment)
        for n, k in enumerate(at):
            found[k] = (jobs[k][1], [float(sentence[n, m]) if m < sentence.shape[1] and real[n, m] else -9. for m in range(stretches[jobs[k][1]].end - stretches[jobs[k][1]].start)], float(stretch[n]))
    per = [[] for _ in chosen]
    for (i, _), f in zip(jobs, found):
        per[i].append(f)
    return per


def auc(yes, no):
    order = np.argsort(np.concatenate([yes, no]))
    ranks = np.empty(len(order))
    ranks[order] = np.arange(len(order))
    return (ranks[:len(yes)].sum() - len(yes) * (len(yes) - 1) / 2) / (len(yes) * len(no))


def choose(similarity, stretches, count):
    """The nearest stretches and what stands around the best: of the best three articles first, then the nearest whatever."""
    order = list(np.argsort(-similarity))
    articles = []
    for j in order:
        if stretches[j].document not in articles:
            articles.append(stretches[j].document)
        if len(articles) == 4:
            break
    near = [j for j in order[:60] if stretches[j].document in articles]
    return (near + [j for j in order[:60] if j not in near])[:count]


def report(name, corpus, embedder, reader, pieces, count):
    stretches, similarity = rank_stretches(embedder, pieces, corpus)
    gold = [{(q.document, g) for g in q.gold} for q in corpus.questions]
    holds = lambda i, j: any((stretches[j].document, n) in gold[i] for n in range(stretches[j].start, stretches[j].end))
    ask = [i for i, g in enumerate(gold) if g]
    none = [i for i, q in enumerate(corpus.questions) if not gold[i] and (q.kind in ('unanswerable', 'none') or q.document is None)]
    order = np.argsort(-similarity, 1)
    at = {k: np.mean([any(holds(i, j) for j in order[i][:k]) for i in ask]) for k in (1, 5, 10, 50)}
    print(f'{name}: {len(ask)} + {len(none)} questions; stretch R@1 {at[1]:.3f} R@5 {at[5]:.3f} R@10 {at[10]:.3f} R@50 {at[50]:.3f}')
    if reader is None:
        return
    chosen = [choose(similarity[i], stretches, count) for i in range(len(corpus.questions))]
    print(f'   among those read {np.mean([any(holds(i, j) for j in chosen[i]) for i in ask]):.3f}')
    per = read_all(reader, pieces, corpus, stretches, chosen)
    for a, w in ((0, 0), (0.5, 0), (0.5, 6), (0.5, 12), (0.5, 20), (1, 12)):
        best = []
        for i, found in enumerate(per):
            score = {}
            for j, sentences, stretch in found:
                for n, logit in enumerate(sentences):
                    place = (stretches[j].document, stretches[j].start + n)
                    score[place] = max(score.get(place, -99.), logit + a * stretch + w * similarity[i][j])
            best.append(sorted(((s, p) for p, s in score.items()), reverse=True))
        right = [i for i in ask if best[i][0][1] in gold[i]]
        across = [i for i in ask if is_across(corpus, i)]
        text = f'   stretch {a} near {w}: first {len(right) / len(ask):.3f} in five {np.mean([any(p in gold[i] for _, p in best[i][:5]) for i in ask]):.3f}'
        if across:
            text += f' across {np.mean([i in set(right) for i in across]):.3f}'
        if none:
            top = lambda i: best[i][0][0]
            text += f' AUC {auc(np.array([top(i) for i in ask]), np.array([top(i) for i in none])):.3f}'
            for share in (.05, .1, .2):
                t = np.quantile([top(i) for i in ask], share)
                text += f' | {share}: refused {np.mean([top(i) < t for i in none]):.3f} right {np.mean([top(i) >= t and best[i][0][1] in gold[i] for i in ask]):.3f}'
        print(text, flush=True)


def is_across(corpus, i):
    q = corpus.questions[i]
    words = lambda *w: sum(s.lower().count(x) for s in corpus.documents[q.document].sentences[:8] for x in w)
    french, english = words(" le ", " la ", " les ", " des ", " du "), words(" the ", " of ", " and ", " was ")
    return (q.language == 'fr') != (french > english)


def main():
    options = read_arguments('measure')
    pieces, embedder, reader = Pieces(options.e5), Embedder(options.e5), None
    if options.encoder:
        load_weights(embedder, options.encoder)
    embedder.to(torch.bfloat16).eval()
    if options.reader:
        reader = load_weights(Reader(options.e5), options.reader).to(torch.bfloat16).eval()
    run = lambda name, corpus: report(name, corpus, embedder, reader, pieces, options.read)
    if options.public:
        run('news dev', sets.news_dev(options.public))
    if options.collections:
        merged = [sets.collection(f) for f in sorted(glob.glob(options.collections + '/collections/*') + glob.glob(options.collections + '/held-out/*'))]
        for corpus in merged:
            run(corpus.name, corpus)
    if options.folder:
        run(options.folder, sets.collection(options.folder))
    if options.piaf:
        run('piaf', sets.piaf(options.piaf))


if __name__ == '__main__':
    main()
