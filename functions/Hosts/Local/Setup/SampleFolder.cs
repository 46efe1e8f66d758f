namespace Ascs.Hosts.Local.Setup;

/// <summary>What `init` makes: a folder a party, the authority and the handset apart.</summary>
/// <param name="Root">The folder.</param>
internal sealed record SampleFolder(string Root)
{
    /// <summary>The authority and its private key: only whoever issues certificates has it.</summary>
    public string Authority => Path.Combine(Root, "ca");

    /// <summary>The same as a party's folder sees it: the sample renews its certificates by itself. A real authority lies on no platform's machine.</summary>
    public const string AuthorityFromParty = "../ca";

    /// <summary>The simulated SMS gateway's data and secrets.</summary>
    public string Handset => Path.Combine(Root, "handset");

    /// <summary>Secrets of the gateway's clients.</summary>
    public string HandsetSecrets => Path.Combine(Handset, "secrets");

    /// <summary>True when `init` has been here.</summary>
    public bool Exists => File.Exists(Party(SamplePlan.TrustedParty).Party);

    /// <summary>A party's folder.</summary>
    public PartyFolder Party(string name) => new(Path.Combine(Root, name));
}
