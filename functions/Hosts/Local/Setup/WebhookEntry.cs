using System.Text.RegularExpressions;
using Ascs.Enterprise;
using Ascs.Trust.Certificates;
using Ascs.Trust.Webhooks;

namespace Ascs.Hosts.Local.Setup;

/// <summary>A webhook in `party.json`: one of the enterprise's own systems that is told of events.</summary>
/// <param name="Name">1 to 32 of a-z, 0-9 and -; its secrets lie in `webhooks/NAME.secret`, made by `webhook secret`.</param>
/// <param name="Url">Its https address.</param>
/// <param name="AllowPrivate">True when it may be on a private network or this machine.</param>
/// <param name="Authority">PEM file of the only authority its certificate may come from, beside party.json; those of the operating system when absent.</param>
internal sealed partial record WebhookEntry(string Name, Uri Url, bool AllowPrivate = false, string? Authority = null)
{
    /// <summary>What it says, for the enterprise's platform.</summary>
    /// <exception cref="Refusal">It is not right, or its secret is missing: one sentence.</exception>
    public WebhookTarget ToTarget(PartyFolder folder)
    {
        if (!NamePattern().IsMatch(Name))
            throw new Refusal($"{folder.Party} has a webhook whose name is not 1 to 32 of a-z, 0-9 and -.");
        var endpoint = new WebhookEndpoint(Url, AllowPrivate, Authority is null ? null : PemFiles.LoadCertificate(Path.Combine(folder.Root, Authority)));
        if (endpoint.Fault is { } fault)
            throw new Refusal($"The webhook {Name} of {folder.Party} can't be used: {fault}");
        return File.Exists(SecretFile(folder))
            ? new WebhookTarget(Name, endpoint, SecretFile(folder)) : throw new Refusal($"The webhook {Name} has no secret: make one with `webhook secret {folder.Root} {Name}`.");
    }

    /// <summary>Where its secrets are.</summary>
    public string SecretFile(PartyFolder folder) => Path.Combine(folder.Root, "webhooks", Name + ".secret");

    [GeneratedRegex(@"\A[a-z0-9-]{1,32}\z")]
    private static partial Regex NamePattern();
}
