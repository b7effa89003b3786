"""The question sets: which are trained on, which are only measured on. Each reader returns corpora."""
import glob
import json
import os
import re

from texts import Corpus, Document, Question, gold_of, read_json_lines, read_lines, split_sentences


def written(folder):
    """Questions written for this project: texts/NAME.txt (a sentence a line), questions/NAME.tsv (lang, kind, gold, near, question)."""
    corpora = []
    for group in sorted(os.listdir(folder)):
        documents, questions = [], []
        for path in sorted(glob.glob(os.path.join(folder, group, '*.txt'))):
            name, sentences = os.path.basename(path)[:-4], read_lines(path)
            table = path[:-4] + '.tsv'
            if not os.path.exists(table):
                continue
            documents.append(Document(f'{group}/{name}', sentences, sentences[0]))
            for line in read_lines(table):
                cells = re.split(r'\t|\s*\|\s*', line.strip(), maxsplit=4)
                if len(cells) != 5 or cells[0] not in ('en', 'fr'):
                    continue
                numbers = [int(n) - 1 for n in re.findall(r'\d+', cells[2])]
                near = [int(n) - 1 for n in re.findall(r'\d+', cells[3])]
                if any(not 0 <= n < len(sentences) for n in numbers + near) or (not numbers and cells[1] != 'none'):
                    continue
                questions.append(Question(cells[4].strip(), len(documents) - 1, set(numbers if cells[1] != 'none' else []), near[0] if near else None, cells[1], cells[0]))
        corpora.append(Corpus(f'written-{group}', documents, questions))
    return corpora


def encyclopaedia(folder):
    paragraphs = [split_sentences(p['text']) for p in read_json_lines(folder + '/encyclopaedia/paragraphs.jsonl')]
    documents, questions = [Document(f'x{k}', p) for k, p in enumerate(paragraphs)], []
    for q in read_json_lines(folder + '/encyclopaedia/questions-train.jsonl') + read_json_lines(folder + '/encyclopaedia/questions-public.jsonl'):
        sentences = paragraphs[q['paragraph']]
        answer = q['answer'] if isinstance(q['answer'], list) else [q['answer']]
        gold, near = gold_of(sentences, answer), sorted(gold_of(sentences, [q['near']])) if q.get('near') else []
        if q.get('kind') == 'unanswerable' or 0 < len(gold) < 3:
            questions.append(Question(q['question'], q['paragraph'], gold, near[0] if near else None, q.get('kind', 'fact'), q.get('lang', 'en')))
    return [Corpus('encyclopaedia', documents, questions)]


def squad(path):
    """SQuAD 2.0's format, a paragraph a document; what an unanswerable question seems to be answered by is its near-miss."""
    documents, questions = [], []
    for a, article in enumerate(json.load(open(path, encoding='utf8'))['data']):
        for paragraph in article['paragraphs']:
            sentences = split_sentences(paragraph['context'])
            documents.append(Document(f's{a}.{len(documents)}', sentences, article.get('title', '').replace('_', ' ')))
            places = [paragraph['context'].find(sentence) for sentence in sentences]
            holding = lambda answer: {i for i, start in enumerate(places) if start <= answer['answer_start'] < start + len(sentences[i])}
            for q in paragraph['qas']:
                # Some copies say that nothing answers by an empty list alone.
                gold = set().union(*(holding(answer) for answer in q['answers']))
                near = sorted(set().union(*(holding(answer) for answer in q.get('plausible_answers', []))))
                nothing = q.get('is_impossible', not q['answers'])
                if nothing or 0 < len(gold) < 3:
                    questions.append(Question(q['question'].strip(), len(documents) - 1, set() if nothing else gold, near[0] if near else None, 'none' if nothing else 'fact', 'en'))
    return [Corpus('squad', documents, questions)]


def labelled(corpora, paths):
    """The questions with what careful readers said of the sentences that a model had ranked first, over all texts together.

    A line: question, document, number of the sentence from 1, yes | no.
    """
    whole = join(corpora)
    numbers = {document.id: k for k, document in enumerate(whole.documents)}
    by_text = {}
    for question in whole.questions:
        by_text.setdefault(question.text, []).append(question)
    for line in (line for path in paths for line in read_lines(path)):
        text, document, sentence, verdict = line.split('\t')
        for question in by_text.get(text, []):
            if document in numbers:
                question.labels.append((numbers[document], int(sentence) - 1, verdict == 'yes'))
    return [Corpus('labelled', whole.documents, [q for q in whole.questions if q.labels])]


def join(corpora):
    """One corpus of all texts, so that a question meets what other articles say as well."""
    documents, questions = [], []
    for corpus in corpora:
        for question in corpus.questions:
            question.document = None if question.document is None else question.document + len(documents)
        documents += corpus.documents
        questions += corpus.questions
    return Corpus('+'.join(sorted({corpus.name.split('-')[0] for corpus in corpora})), documents, questions)


def news_articles(folder, side):
    """The 61 public articles, even ones French where side is 0, odd ones where it is 1."""
    found = []
    for k in range(61):
        sentences = open(f"{folder}/news/articles/{k:03d}.{'fr' if k % 2 == side else 'en'}.txt", encoding='utf8').read().strip().split('\n')
        found.append(Document(f'n{side}-{k}', sentences, sentences[0]))
    return found


def news_train(folder):
    rows = read_json_lines(folder + '/news/questions-train.jsonl')
    return [Corpus(f'news{side}', news_articles(folder, side), [Question(q['question'], q['doc'], set(q.get('lines') or []), q.get('near'), q['kind'], q['lang']) for q in rows]) for side in (0, 1)]


def news_dev(folder):
    documents = news_articles(folder, 0)
    questions = [Question(q['question'], q['doc'], gold_of(documents[q['doc']].sentences, q['answer']) if q['kind'] != 'unanswerable' else set(), None, q['kind'], q['lang'])
                 for q in read_json_lines(folder + '/news/questions-dev.jsonl')]
    return Corpus('news-dev', documents, questions)


def collection(folder):
    """A folder of the project's own test collections: numbered .txt files and questions.jsonl."""
    files = sorted(glob.glob(folder + '/*.txt'), key=lambda f: int(re.match(r'\d+', os.path.basename(f)).group()))
    documents = []
    for k, f in enumerate(files):
        sentences = split_sentences(open(f, encoding='utf8').read())
        documents.append(Document(f'{os.path.basename(folder)}/{k}', sentences, sentences[0]))
    numbers = {int(re.match(r'\d+', os.path.basename(f)).group()): k for k, f in enumerate(files)}
    base = 0 if 0 in numbers else min(numbers)
    questions = []
    for q in read_json_lines(folder + '/questions.jsonl'):
        if q['kind'] == 'multi':
            continue
        document = None if q.get('doc') is None else numbers.get(q['doc'], None)
        gold = set() if document is None else gold_of(documents[document].sentences, q['answer'])
        questions.append(Question(q['question'], document, gold, None, q['kind'], q['lang']))
    return Corpus(os.path.basename(folder), documents, questions)


def seeds(folder, *files):
    """The five seeds, with questions in the golden format."""
    documents = []
    for f in sorted(glob.glob(folder + '/*.txt')):
        sentences = split_sentences(open(f, encoding='utf8').read())
        documents.append(Document(os.path.basename(f)[:3], sentences, sentences[0]))
    questions = []
    for q in (q for f in files for q in read_json_lines(f)):
        if q['kind'] != 'multi':
            gold = set() if q.get('doc') is None else gold_of(documents[q['doc']].sentences, q['answer'])
            questions.append(Question(q['question'], q.get('doc'), gold, None, q['kind'], q['lang']))
    return Corpus('seeds', documents, questions)


def piaf(path, articles=150, most=800):
    documents, questions = [], []
    for article in json.load(open(path, encoding='utf8'))['data'][:articles]:
        for paragraph in article['paragraphs']:
            sentences = split_sentences(paragraph['context'])
            documents.append(Document(f'p{len(documents)}', sentences, article.get('title', '')))
            for q in paragraph['qas']:
                gold = set()
                for a in q['answers']:
                    start = 0
                    for i, s in enumerate(sentences):
                        at = paragraph['context'].find(s, start)
                        if at <= a['answer_start'] < at + len(s):
                            gold.add(i)
                        start = max(start, at)
                questions.append(Question(q['question'], len(documents) - 1, gold, None, 'fact', 'fr'))
    return Corpus('piaf', documents, questions[::max(1, len(questions) // most)][:most])
