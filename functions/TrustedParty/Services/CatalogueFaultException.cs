namespace Ascs.TrustedParty.Services;

/// <summary>The files of policies and templates can't be used. Names every fault, so that they are mended in one go; the host does not start.</summary>
public sealed class CatalogueFaultException : Exception
{
    /// <summary>With everything that is wrong.</summary>
    public CatalogueFaultException(IReadOnlyList<string> faults)
        : base($"The service catalogue has {faults?.Count} fault(s):\n- {string.Join("\n- ", faults ?? [])}") => Faults = faults ?? [];

    /// <summary>One sentence a fault.</summary>
    public IReadOnlyList<string> Faults { get; }
}
