"""The training runner of Millrace: a run specification in, events, checkpoints and a model out."""
