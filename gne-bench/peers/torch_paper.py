"""The paper's listing in PyTorch on the 60,000 MNIST training images: what one epoch costs in a framework.

    python3 torch_paper.py FOLDER_OF_IDX_GZ [--epochs 3] [--threads 2] [--seed 1]

Embedding 60,000 x 2 (uniform in +-0.05), Gaussian noise of standard deviation 1, Dense(64, ELU), 4 residual blocks
h + Dense64(ReLU(Dense64(h))), Dense(784, sigmoid), mean squared error, Adam (1e-2, 0.9 / 0.999, 1e-7; dense, so every
row of the table moves at every step), batch 1024. Prints one JSON object; the loss is that of training, noise on.

PyTorch's Adam adds epsilon after the correction of the second moment, Keras' before it; at 1e-7 the cost is the same
and the loss as good as the same.
"""

import argparse
import json
import os
import time

import torch
from torch import nn

from mnist_idx import read_training


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.inner, self.outer = nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, h):
        return h + self.outer(torch.relu(self.inner(h)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)

    x = torch.from_numpy(read_training(args.folder)[0].copy()).float().div_(255)
    rows, width = x.shape
    table = nn.Parameter(torch.empty(rows, 2).uniform_(-0.05, 0.05))
    decoder = nn.Sequential(
        nn.Linear(2, 64), nn.ELU(), *[Block(64) for _ in range(4)], nn.Linear(64, width), nn.Sigmoid()
    )
    for layer in decoder.modules():
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    adam = torch.optim.Adam([table, *decoder.parameters()], lr=1e-2, betas=(0.9, 0.999), eps=1e-7)

    seconds, losses = [], []
    for _ in range(args.epochs):
        start = time.perf_counter()
        total = 0.0
        for batch in torch.randperm(rows).split(args.batch):
            z = table[batch]
            loss = nn.functional.mse_loss(decoder(z + torch.randn_like(z)), x[batch])
            adam.zero_grad()
            loss.backward()
            adam.step()
            total += loss.item() * len(batch)
        seconds.append(round(time.perf_counter() - start, 3))
        losses.append(round(total / rows, 5))
    # The first epoch also pays for first touches and thread start.
    print(
        json.dumps(
            {
                "method": "torch",
                "version": torch.__version__,
                "threads": args.threads,
                "secondsPerEpoch": min(seconds),
                "seconds": seconds,
                "loss": losses,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
