namespace Ascs.Hosts.Local.Setup;

/// <summary>A party to be made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Id of its enterprise or operator.</param>
/// <param name="Name">Name for people.</param>
internal sealed record PlannedParty(PartyKind Kind, string Id, string Name)
{
    /// <summary>Name of its folder.</summary>
    public string Folder => Kind == PartyKind.BackOffice ? Id + "-back-office" : Id;

    /// <summary>True when it has listeners.</summary>
    public bool Listens => Kind != PartyKind.BackOffice;
}
