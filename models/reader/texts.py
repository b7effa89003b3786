"""Documents, questions, and how both become the token ids that the models see. The TypeScript side (index/contextual) does the same."""
import json
import os
import re
import unicodedata
from dataclasses import dataclass, field

MOST_QUESTION, MOST_LEAD, MOST_TOKENS = 64, 32, 320
CLS, PAD, SEP = 0, 1, 2


@dataclass
class Document:
    id: str
    sentences: list
    lead: str = ''


@dataclass
class Question:
    text: str
    document: int
    """Numbers of the sentences that answer; empty: nothing in this document does."""
    gold: set
    """A sentence that looks like an answer and is none; None: not known."""
    near: int = None
    kind: str = 'fact'
    language: str = 'en'
    """What careful readers said of sentences, also of other documents: (document, sentence, whether it answers)."""
    labels: list = field(default_factory=list)


@dataclass
class Corpus:
    name: str
    documents: list
    questions: list = field(default_factory=list)


def fold(text):
    text = unicodedata.normalize('NFKD', text.lower()).replace('\u202f', ' ').replace('\xa0', ' ').replace('’', "'")
    return re.sub(r'\s+', ' ', ''.join(c for c in text if not unicodedata.combining(c)))


def read_lines(path):
    with open(path, encoding='utf8') as file:
        return [line.rstrip('\n') for line in file if line.strip()]


def read_json_lines(path):
    return [json.loads(line) for line in read_lines(path)]


ABBREVIATED = re.compile(r'(?:\b(?:M|Mr|Mrs|Ms|Dr|St|Gen|Lt|Sen|Rep|Gov|Inc|Jr|No|vs|Prof|Mme|Mlle|etc|[A-Z])\.)$')


def split_sentences(text):
    found = []
    for line in text.split('\n'):
        current = ''
        for part in re.split(r'(?<=[.!?…])(?:["”»’]|\s»)?\s+(?=["“«\'‘]?\s?[A-ZÀ-ÝŒ0-9«“"])', line.strip()):
            current = (current + ' ' + part).strip()
            if current and not ABBREVIATED.search(current):
                found.append(current)
                current = ''
        if current:
            found.append(current)
    return found


def gold_of(sentences, answers):
    """Numbers of the sentences that hold an accepted answer; an answer may cross a boundary."""
    folded, gold = [fold(s) for s in sentences], set()
    for answer in map(fold, answers):
        hits = [i for i, s in enumerate(folded) if answer in s]
        if hits:
            gold.update(hits)
            continue
        at, start = ' '.join(folded).find(answer), 0
        for i, s in enumerate(folded):
            if at >= 0 and start < at + len(answer) and start + len(s) > at:
                gold.add(i)
            start += len(s) + 1
    return gold


def load_tokenizer(folder):
    from transformers import PreTrainedTokenizerFast
    return PreTrainedTokenizerFast(tokenizer_file=os.path.join(folder, 'tokenizer.json'), pad_token='<pad>', bos_token='<s>', eos_token='</s>',
                                   unk_token='<unk>', sep_token='</s>', cls_token='<s>', mask_token='<mask>')


class Pieces:
    def __init__(self, folder):
        self.tokenizer, self.known = load_tokenizer(folder), {}

    def ids(self, text):
        if text not in self.known:
            self.known[text] = self.tokenizer(text, add_special_tokens=False)['input_ids']
        return self.known[text]

    def stretches(self, sentences, limit=120):
        """Runs of whole sentences of about `limit` tokens, the last short one repeated at the start of the next: (from, to)."""
        lengths, found, i = [len(self.ids(s)) for s in sentences], [], 0
        while i < len(sentences):
            j, total = i, 0
            while j < len(sentences) and (j == i or total + lengths[j] <= limit):
                total += lengths[j]
                j += 1
            found.append((i, j))
            if j >= len(sentences):
                break
            i = j - 1 if j - 1 > i and lengths[j - 1] <= 45 else j
        return found

    def pack(self, question, lead, sentences):
        """(ids, segment): `<s> query: question </s></s> lead </s></s> sentence </s> sentence </s> …`; segment: number of the sentence from 1, else 0."""
        ids = [CLS] + self.ids('query: ' + question)[:MOST_QUESTION] + [SEP, SEP] + (self.ids(lead)[:MOST_LEAD] + [SEP, SEP] if lead else [])
        segment = [0] * len(ids)
        for i, sentence in enumerate(sentences):
            piece = self.ids(sentence)[:MOST_TOKENS - len(ids) - 1]
            if not piece:
                break
            ids += piece + [SEP]
            segment += [i + 1] * (len(piece) + 1)
        return ids, segment
