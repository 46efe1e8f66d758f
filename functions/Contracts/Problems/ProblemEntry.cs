namespace Ascs.Contracts;

/// <summary>One code of the catalogue.</summary>
/// <param name="Code">UPPER_SNAKE_CASE, never reused for another meaning.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Class">What a caller does about it.</param>
/// <param name="Retry">True when the same request may succeed later.</param>
/// <param name="Title">Constant sentence; the English one is the `title` of problem documents.</param>
public sealed record ProblemEntry(string Code, int Status, ProblemClass Class, bool Retry, LocalText Title);
