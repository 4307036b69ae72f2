"""Lets the models of a generated client read documented samples: python samples.py SAMPLES FOLDER."""
import json
import pathlib
import sys

sys.path.insert(0, sys.argv[2])
import openapi_client.models as models

samples = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
wrong = 0
for sample in samples:
    name = sample["operation"][0].upper() + sample["operation"][1:] + "200Response"
    try:
        answer = getattr(models, name).from_json(json.dumps(sample["value"]))
        kind = type(getattr(answer, "actual_instance", answer)).__name__
        lost = sample["value"].keys() - answer.to_dict().keys()
        is_right = kind.endswith("Refusal") == (sample["name"] == "refusal") and not lost
    except Exception as error:  # a model refuses with many kinds of errors
        print(name, sample["name"], str(error)[:200].replace("\n", " "))
        is_right = False
    wrong += not is_right
print(f"{len(samples) - wrong} of {len(samples)} samples read right")
