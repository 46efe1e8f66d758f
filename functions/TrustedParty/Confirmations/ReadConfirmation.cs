using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>Reads what an enterprise's form carries, in this order: signature, age, policy and text, return address.</summary>
internal sealed class ReadConfirmation(IPlatformDirectory directory, IDocumentSigner signer, IServiceCatalogue catalogue, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>The case, or why there is none.</summary>
    public (ConfirmationCase? Case, ConfirmationFault Fault) Read(string carried)
    {
        if (Open(carried) is not var (confirmation, enterprise))
            return (null, ConfirmationFault.NotSigned);
        var (now, end) = (time.GetUtcNow(), confirmation.ExpiresAt.ToTime());
        if (now >= end || end > now + Lifetime + Skew)
            return (null, ConfirmationFault.Expired);
        if (catalogue.Policy(confirmation.EnterpriseId, confirmation.ServiceId, confirmation.PolicyVersion) is not { } policy || !Matches(confirmation, policy))
            return (null, ConfirmationFault.NotOffered);
        return ReturnTo(confirmation.ReturnUrl, enterprise) is { } address
            ? (new ConfirmationCase(confirmation, enterprise, policy, address), default)
            : (null, ConfirmationFault.ReturnElsewhere);
    }

    private (Confirmation Confirmation, Peer Enterprise)? Open(string carried)
    {
        // Whose it claims to be decides whose key it must open with.
        if (CarriedDocuments.Read(carried) is not { } document || document.Claimed<Confirmation>() is not { } claimed
            || directory.Enterprise(claimed.EnterpriseId) is not { } enterprise)
            return null;
        return signer.Open<Confirmation>(enterprise.PlatId, Operations.Confirmation, document) is { } confirmation
            && confirmation.EnterpriseId == enterprise.EnterpriseId ? (confirmation, enterprise) : null;
    }

    private static bool Matches(Confirmation confirmation, ServicePolicy policy) =>
        confirmation.Choices.AreOfferedBy(policy)
        && Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(ConsentText.For(policy, confirmation.Choices)))) == confirmation.TextHash;

    private static Uri? ReturnTo(string text, Peer enterprise) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address is { UserInfo: "", Fragment: "", Query: "" }
        && enterprise.PublicAddress is { } home && Origins.Of(address) == Origins.Of(home) ? address : null;
}
