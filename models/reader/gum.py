"""Texts of UD English GUM for the questions g*.tsv, which are ours; the texts are not (their licences: see its README), so they are not kept here.
Usage: gum.py GUM_REPOSITORY QUESTIONS_DIR    GUM_REPOSITORY: a clone of UniversalDependencies/UD_English-GUM (with or without work tree)."""
import os
import re
import subprocess

from arguments import read_arguments

options = read_arguments('gum')
repository, questions = options.repository, options.questions
GENRES = 'news interview bio voyage speech court letter podcast essay textbook academic'.split()
MOST = dict(news=75, interview=56, bio=56, voyage=56)
git = lambda *a: subprocess.run(['git', '-C', repository, *a], capture_output=True, text=True, check=True).stdout
pieces = []
for path in sorted(git('ls-tree', '-r', '--name-only', 'HEAD').split('\n')):
    genre = (re.search(r'sources/GUM_([a-z]+)_', path) or [None, None])[1]
    if genre not in GENRES:
        continue
    sentences = [line[9:].strip() for line in git('show', 'HEAD:' + path).split('\n') if line.startswith('# text = ')]
    sentences = [s for s in sentences if len(s) > 3]
    if any(s.count('_') > 3 for s in sentences[:10]):
        continue
    at = number = 0
    while at < min(len(sentences), MOST.get(genre, 28)) and len(sentences) - at > 6:
        piece, words = [], 0
        for sentence in sentences[at:at + 26]:
            piece.append(sentence)
            words += len(sentence.split())
            if words > 430 and len(piece) > 6:
                break
        at += len(piece)
        pieces.append((genre, f"{path.split('GUM_')[1][:-7]}.{number}", ([sentences[0]] if number else []) + piece))
        number += 1
pieces.sort(key=lambda p: (GENRES.index(p[0]), p[1]))
written = 0
for index, (_, _, lines) in enumerate(pieces):
    folder = os.path.join(questions, f'h{index % 7}')
    if os.path.exists(os.path.join(folder, f'g{index:03d}.tsv')):
        with open(os.path.join(folder, f'g{index:03d}.txt'), 'w', encoding='utf8') as file:
            file.write('\n'.join(lines) + '\n')
        written += 1
print(f'{written} texts written beside their questions')
