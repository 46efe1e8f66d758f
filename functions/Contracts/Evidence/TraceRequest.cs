namespace Ascs.Contracts;

/// <summary>Asks for the evidence of an AID.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Aid">Which.</param>
/// <param name="Cursor">Null for the newest page; else as answered.</param>
public sealed record TraceRequest([Version(1)] int V, EnterpriseId EnterpriseId, Aid Aid, [Match(Patterns.Cursor, 1, 64)] string? Cursor);
