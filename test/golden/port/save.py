"""Writes activations.safetensors with the PyTorch program of docs/guide/port.md: python save.py, with torch and safetensors."""
import sys
from pathlib import Path

golden = Path(__file__).parent.parent / "reference"
sys.path.insert(0, str(golden))
import torch
from safetensors.torch import load_file
from reference_models import gMLPForImageClassification

model = gMLPForImageClassification(
    image_size=32, patch_size=8, num_classes=10, d_model=16, d_ffn=24, seq_len=16, num_layers=2
)
model.load_state_dict(load_file(golden / "tiny/weights.safetensors"))
model.eval()
x = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))

page = Path(__file__).parents[3] / "docs/guide/port.md"
recipe = page.read_text().split("```python\n")[1].split("```")[0]
exec(recipe)
