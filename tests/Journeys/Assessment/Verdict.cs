namespace Ascs.Journeys.Tests.Assessment;

/// <summary>What a platform answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Problem code; null for a success.</param>
/// <param name="Body">As it came.</param>
/// <param name="Fields">Header fields.</param>
internal sealed record Verdict(int Status, string? Code, byte[] Body, IReadOnlyDictionary<string, string> Fields)
{
    public bool Passed => Code is null;
}
