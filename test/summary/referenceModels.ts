// The models of golden/reference/reference_models.py, written with src/nn.
import type { Tensor } from '@tensorflow/tfjs-core';
import * as nn from '../../src/nn.ts';

const F = nn.functional;

class LeNet extends nn.Module {
  conv1 = new nn.Conv2d(1, 10, 5);
  conv2 = new nn.Conv2d(10, 20, 5);
  conv2_drop = new nn.Dropout2d();
  fc1 = new nn.Linear(320, 50);
  fc2 = new nn.Linear(50, 10);

  override forward(x: Tensor): Tensor {
    const first = F.relu(F.maxPool2d(this.conv1.apply(x), 2));
    const second = F.relu(F.maxPool2d(this.conv2_drop.apply(this.conv2.apply(first)), 2));
    const hidden = F.relu(this.fc1.apply(F.view(second, [-1, 320])));
    return F.logSoftmax(this.fc2.apply(F.dropout(hidden, 0.5, this.training)), 1);
  }
}

class MLP extends nn.Module {
  net = new nn.Sequential(new nn.Flatten(), new nn.Linear(784, 256), new nn.ReLU(), new nn.Linear(256, 10));

  override forward(x: Tensor): Tensor {
    return this.net.apply(x);
  }
}

class SimpleConv extends nn.Module<[Tensor, Tensor], [Tensor, Tensor]> {
  features = new nn.Sequential(new nn.Conv2d(1, 1, 3, { padding: 1 }), new nn.ReLU());

  override forward(x: Tensor, y: Tensor): [Tensor, Tensor] {
    return [this.features.apply(x), this.features.apply(y)];
  }
}

class P extends nn.Module {
  fc = new nn.Linear(8, 8);
  act: nn.ReLU;

  constructor(act: nn.ReLU) {
    super();
    this.act = act;
  }

  override forward(x: Tensor): Tensor {
    return this.act.apply(this.fc.apply(x));
  }
}

class Q extends nn.Module {
  p1: P;
  p2: P;
  act1: nn.ReLU;
  act2: nn.ReLU;

  constructor() {
    super();
    const act = new nn.ReLU();
    this.p1 = new P(act);
    this.p2 = new P(act);
    this.act1 = act;
    this.act2 = act;
  }

  override forward(x: Tensor): Tensor {
    return this.act2.apply(this.p2.apply(this.p1.apply(x)));
  }
}

class Scale extends nn.Module {
  gamma = new nn.Parameter([7], nn.constant(1));

  override forward(x: Tensor): Tensor {
    return F.mul(x, F.sum(this.gamma.value));
  }
}

class ExtraParamNet extends nn.Module {
  root = new nn.Parameter([5], nn.constant(0));
  fc = new nn.Linear(8, 8);
  scale = new Scale();

  override forward(x: Tensor): Tensor {
    return F.add(this.scale.apply(this.fc.apply(x)), F.sum(this.root.value));
  }
}

class FrozenNet extends nn.Module {
  a = new nn.Linear(8, 8);
  b = new nn.Linear(8, 8);
  c = new nn.Linear(8, 8, { bias: false });
  bn = new nn.BatchNorm1d(8);

  constructor() {
    super();
    this.a.weight.requiresGrad = false;
    this.b.bias!.requiresGrad = false;
    this.c.weight.requiresGrad = false;
  }

  override forward(x: Tensor): Tensor {
    return this.bn.apply(this.c.apply(this.b.apply(this.a.apply(x))));
  }
}

class Shadow extends nn.Module {
  l = new nn.Linear(8, 8);
  used = false;
  unused = new nn.Linear(100, 100);

  override forward(x: Tensor): Tensor {
    return this.l.apply(x);
  }
}

class NoParamNet extends nn.Module {
  r = new nn.ReLU();

  override forward(x: Tensor): Tensor {
    return this.r.apply(x);
  }
}

export const referenceModels: Readonly<Record<string, new () => nn.AnyModule>> = {
  LeNet,
  MLP,
  SimpleConv,
  Q,
  ExtraParamNet,
  FrozenNet,
  Shadow,
  NoParamNet,
};
