"""The corpora named on the command line: `written=DIR,public=DIR,news=DIR,project=DIR`; `DIR:0.5` takes half of the questions.

`labels=FOLDER@WRITTEN@PUBLIC`: the written and news questions of which careful readers labelled what a model had ranked first."""
import glob
import random

import sets

KEPT_OUT = ('dam-failure', 'ivory-court', 'rail-strike')
SEEDS_TWICE = 2


def gather(text):
    found = []
    for part in text.split(','):
        name, folder = part.split('=', 1)
        folder, _, portion = folder.partition(':')
        before = len(found)
        if name == 'written':
            found += sets.written(folder)
        elif name == 'public':
            found += sets.encyclopaedia(folder)
        elif name == 'squad':
            found += sets.squad(folder)
        elif name == 'labels':
            labels, texts, public = folder.split('@')
            found += sets.labelled(sets.written(texts) + sets.news_train(public), sorted(glob.glob(labels + '/*.tsv')))
        elif name == 'news':
            found += sets.news_train(folder)
        elif name == 'project':
            # What the decision is fitted on for the model that ships is kept out of its training.
            folders = [f for f in sorted(glob.glob(folder + '/test/collections/*')) if not f.endswith(KEPT_OUT)]
            found += [sets.collection(f) for f in folders]
            files = [folder + '/test/golden/seeds.jsonl'] + glob.glob(folder + '/../shared/golden/dev.jsonl')
            found += [sets.seeds(folder + '/seeds', *files)] * SEEDS_TWICE
        else:
            raise SystemExit(f'unknown set "{name}": written, public, squad, news, labels or project')
        if portion:
            for corpus in found[before:]:
                corpus.questions = random.Random(4).sample(corpus.questions, round(float(portion) * len(corpus.questions)))
    found = [corpus for corpus in found if corpus.questions]
    for corpus in found:
        none = sum(not q.gold for q in corpus.questions)
        print(f'{corpus.name}: {len(corpus.documents)} texts, {len(corpus.questions)} questions, {none} of them unanswerable', flush=True)
    return found
