namespace Ascs.Contracts;

/// <summary>One way a call can fail (CHEAA-4.1.4: a code, nothing else). The list is <see cref="ProblemCodes"/>.</summary>
/// <param name="Code">UPPER_SNAKE_CASE, never reused for another meaning.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Constant English sentence without any part of the request.</param>
/// <param name="Zh">The same in Chinese; for people, so it stands on pages and in the catalogue only.</param>
/// <param name="Retry">True when the same request may succeed later.</param>
public sealed record ProblemCode(string Code, int Status, string Title, string Zh = "", bool Retry = false)
{
    /// <summary>RFC 9457 `type`.</summary>
    public string Type => "urn:ascs:problem:" + Code;

    /// <summary>What a caller does about it.</summary>
    public ProblemClass Class => ProblemClasses.Of(Status);
}
