"""multilingual-e5-small as plain tensor code: quick in bfloat16 on a processor, with master weights in float32 for training."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import BertConfig, BertModel

torch.set_num_threads(int(os.environ.get('THREADS', '2')))
# Drawing random numbers takes a third of a step on a processor, and few epochs do without.
DROPOUT = 0.0


def heads_first(x, batch, tokens):
    return x.view(batch, tokens, 3, 12, 32).permute(2, 0, 3, 1, 4)


class Encoder(nn.Module):
    """Token vectors [batch, tokens, 384]. torch's own attention is four times slower backwards in bfloat16, so it is written out."""

    def __init__(self, folder):
        super().__init__()
        self.m = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation='eager')
        self.m.embeddings.word_embeddings.weight.requires_grad_(False)

    def drop(self, x):
        return F.dropout(x, DROPOUT, self.training) if DROPOUT and self.training else x

    def layer(self, l, x, bias):
        batch, tokens, hidden = x.shape
        a = l.attention
        weight = torch.cat([a.self.query.weight, a.self.key.weight, a.self.value.weight])
        q, k, v = heads_first(F.linear(x, weight, torch.cat([a.self.query.bias, a.self.key.bias, a.self.value.bias])), batch, tokens)
        attention = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) * 32 ** -0.5 + bias, -1)
        context = torch.matmul(attention, v).transpose(1, 2).reshape(batch, tokens, hidden)
        x = a.output.LayerNorm(x + self.drop(a.output.dense(context)))
        return l.output.LayerNorm(x + self.drop(l.output.dense(F.gelu(l.intermediate.dense(x)))))

    def forward(self, ids, mask):
        e = self.m.embeddings
        x = e.word_embeddings(ids) + e.position_embeddings.weight[:ids.shape[1]] + e.token_type_embeddings.weight[0]
        x = self.drop(e.LayerNorm(x))
        bias = ((1 - mask[:, None, None, :].to(x.dtype)) * -1e4)
        for l in self.m.encoder.layer:
            x = self.layer(l, x, bias)
        return x


class Embedder(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = Encoder(folder)

    def forward(self, ids, mask):
        h = self.encoder(ids, mask).float()
        a = mask[..., None].float()
        return F.normalize((h * a).sum(1) / a.sum(1))


class Reader(nn.Module):
    """A logit a sentence (it answers) and a logit a stretch (it holds an answer)."""

    def __init__(self, folder):
        super().__init__()
        self.encoder = Encoder(folder)
        self.sentence = nn.Sequential(nn.Linear(768, 128), nn.GELU(), nn.Linear(128, 1))
        self.stretch = nn.Sequential(nn.Linear(384, 128), nn.GELU(), nn.Linear(128, 1))

    def forward(self, ids, mask, segment):
        h = self.encoder(ids, mask)
        count = int(segment.max())
        member = (segment[..., None] == torch.arange(1, count + 1)).to(h.dtype)
        pooled = torch.einsum('btn,bth->bnh', member, h) / member.sum(1).clamp(min=1)[..., None]
        first = h[:, :1]
        logits = self.sentence(torch.cat([pooled, first.expand(-1, count, -1)], -1)).squeeze(-1)
        return logits.float(), member.sum(1) > 0, self.stretch(first[:, 0]).squeeze(-1).float()


class Master:
    """AdamW over float32 copies of a bfloat16 model's trained weights, with a linear warm-up and decay."""

    def __init__(self, model, rate, steps, head_rate=8.0, warm=0.06, keep=0.99):
        self.model, self.steps, self.warm, self.step_number = model, steps, warm, 0
        self.live = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        self.copies = [nn.Parameter(p.detach().float().clone()) for _, p in self.live]
        self.averages, self.keep = [c.detach().clone() for c in self.copies], keep
        model.to(torch.bfloat16)
        body = [c for (n, _), c in zip(self.live, self.copies) if n.startswith('encoder')]
        head = [c for (n, _), c in zip(self.live, self.copies) if not n.startswith('encoder')]
        groups = [dict(params=body, base=rate)] + ([dict(params=head, base=rate * head_rate)] if head else [])
        self.optimiser = torch.optim.AdamW([dict(g, lr=g['base']) for g in groups], weight_decay=0.01, fused=True)

    def step(self):
        at = self.step_number
        for g in self.optimiser.param_groups:
            g['lr'] = g['base'] * min(1, (at + 1) / max(1, self.steps * self.warm)) * max(0.02, 1 - at / self.steps)
        for (_, p), c in zip(self.live, self.copies):
            c.grad = None if p.grad is None else p.grad.float()
            p.grad = None
        torch.nn.utils.clip_grad_norm_(self.copies, 1.0)
        self.optimiser.step()
        with torch.no_grad():
            for (_, p), c in zip(self.live, self.copies):
                p.copy_(c)
            # The average of the last steps carries over to unseen texts better than the last one.
            torch._foreach_lerp_(self.averages, [c.detach() for c in self.copies], 1 - min(self.keep, (at + 1) / (at + 10)))
        self.step_number += 1

    def save(self, path):
        state = dict(step=self.step_number, copies=[c.detach() for c in self.copies], averages=self.averages, optimiser=self.optimiser.state_dict())
        torch.save(state, path + '.part')
        os.replace(path + '.part', path)

    def resume(self, path):
        """Goes on from a checkpoint where there is one; the batches are drawn anew from the same seed and those done are passed over."""
        if not os.path.exists(path):
            return
        state = torch.load(path)
        self.step_number = state['step']
        self.optimiser.load_state_dict(state['optimiser'])
        with torch.no_grad():
            for (_, p), c, average, saved, meant in zip(self.live, self.copies, self.averages, state['copies'], state['averages']):
                c.copy_(saved)
                p.copy_(saved)
                average.copy_(meant)
        print(f'going on from step {self.step_number}', flush=True)

    def weights(self):
        """Float32 arrays by name, without the frozen table."""
        return {n: average.numpy() for (n, _), average in zip(self.live, self.averages)}


def save_weights(path, weights):
    partial = path + '.part.npz'
    np.savez(partial, **weights)
    os.replace(partial, path)


def load_weights(model, path):
    saved = np.load(path)
    own = model.state_dict()
    model.load_state_dict({k: torch.tensor(saved[k].astype(np.float32)) if k in saved else v for k, v in own.items()})
    return model


def pad(rows, value=1):
    longest = max(len(r) for r in rows)
    longest += -longest % 8
    return torch.tensor([list(r) + [value] * (longest - len(r)) for r in rows])
