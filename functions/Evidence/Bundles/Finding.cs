namespace Ascs.Evidence.Bundles;

/// <summary>One thing that a checked bundle proves, or that nobody should believe it proves.</summary>
/// <param name="IsProven">True: shown by signatures, proofs and openings. False: a limit of what was shown.</param>
/// <param name="Index">The leaf it is about; null for the bundle as a whole.</param>
/// <param name="Sentence">For people.</param>
public sealed record Finding(bool IsProven, long? Index, Sentence Sentence);
