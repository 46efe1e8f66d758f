using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>One thing that a peer may do here (CHEAA-4.1.2.3). What no permission names is denied.</summary>
/// <param name="Operation">Name of an endpoint.</param>
/// <param name="Enterprises">For which enterprises: their ids, or <see cref="Anyone"/> alone.</param>
public sealed record Permission(string Operation, IReadOnlyList<string> Enterprises)
{
    /// <summary>Stands for every enterprise, and for calls that name none.</summary>
    public const string Anyone = "*";

    /// <summary>Whether it is for this enterprise; null for a call that names none.</summary>
    public bool Covers(EnterpriseId? enterprise) => Enterprises.Contains(Anyone) || (enterprise is { } named && Enterprises.Contains(named.ToString()));
}
