using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>What can be wrong in a peers file that reads as JSON.</summary>
internal static partial class PeersFaults
{
    /// <summary>Every fault, in one clause each.</summary>
    public static IEnumerable<string> Of(PeersFile file)
    {
        var all = file.Peers.Prepend(file.Self).ToList();
        return all.SelectMany((entry, i) => Of(entry).Select(fault => $"{(i == 0 ? "self" : $"peers[{i - 1}]")}: {fault}"))
            .Concat(Twice(all, entry => entry.PlatId.ToString(), "platId"))
            .Concat(Twice(all, entry => entry.CertificateThumbprint.ToUpperInvariant(), "certificateThumbprint"))
            .Concat(Twice(all.Where(entry => entry.Role == Role.Enterprise), entry => entry.EnterpriseId?.ToString(), "enterpriseId of an ENTERPRISE"))
            .Concat(Twice(all.Where(entry => entry.Role == Role.Operator), entry => entry.OperatorId?.ToString(), "operatorId of an OPERATOR"));
    }

    private static IEnumerable<string> Of(Peer entry)
    {
        if (entry.PlatId == default) yield return "platId is missing";
        if (string.IsNullOrWhiteSpace(entry.Name)) yield return "name is empty";
        if (!IsRoot(entry.Address)) yield return "address must be https://host:port without a path";
        if (entry.PublicAddress is { } address && !IsRoot(address)) yield return "publicAddress must be https://host:port without a path";
        if (!Thumbprint().IsMatch(entry.CertificateThumbprint)) yield return "certificateThumbprint must be 64 hexadecimal digits";
        if (entry.Role is Role.Enterprise or Role.BackOffice != entry.EnterpriseId is not null) yield return "enterpriseId stands exactly at ENTERPRISE and BACK_OFFICE";
        if (entry.Role == Role.Operator != entry.OperatorId is not null) yield return "operatorId stands exactly at OPERATOR";
        if (entry.Pairing < 1) yield return "pairing counts from 1";
        var permissions = entry.Permissions ?? [];
        if (!permissions.All(IsPermission)) yield return "a permission needs an operation, and enterprises or \"*\" alone";
        if (permissions.DistinctBy(permission => permission.Operation).Count() < permissions.Count) yield return "an operation stands twice in permissions";
    }

    private static bool IsPermission(Permission permission) => permission.Operation.Length > 0 && permission.Enterprises.Count > 0
        && (permission.Enterprises is [Permission.Anyone] || permission.Enterprises.All(id => EnterpriseId.TryParse(id, out _)));

    private static bool IsRoot(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    private static IEnumerable<string> Twice(IEnumerable<Peer> entries, Func<Peer, string?> of, string what) => entries
        .Select(of).Where(value => value is not null).GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} stands twice");

    [GeneratedRegex(@"\A[0-9A-Fa-f]{64}\z")]
    private static partial Regex Thumbprint();
}
