using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>Finding peers by what they are.</summary>
public static class PlatformDirectoryExtensions
{
    /// <summary>The platform of an operator, or null.</summary>
    public static Peer? Operator(this IPlatformDirectory directory, OperatorId operatorId)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Peers.FirstOrDefault(p => p.Role == Role.Operator && p.OperatorId == operatorId);
    }

    /// <summary>The platform of an enterprise, or null.</summary>
    public static Peer? Enterprise(this IPlatformDirectory directory, EnterpriseId enterpriseId)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Peers.FirstOrDefault(p => p.Role == Role.Enterprise && p.EnterpriseId == enterpriseId);
    }

    /// <summary>All operators' platforms, in ordinal order of their ids: the order in which they are asked.</summary>
    public static IReadOnlyList<Peer> Operators(this IPlatformDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return [.. directory.Peers.Where(p => p.Role == Role.Operator).OrderBy(p => p.OperatorId!.Value.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The trusted party's platform.</summary>
    /// <exception cref="InvalidOperationException">This platform is paired with none: a configuration fault.</exception>
    public static Peer TrustedParty(this IPlatformDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Peers.FirstOrDefault(p => p.Role == Role.TrustedParty)
            ?? throw new InvalidOperationException("This platform is paired with no trusted party.");
    }
}
