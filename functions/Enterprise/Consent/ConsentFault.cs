namespace Ascs.Enterprise.Consent;

/// <summary>What a submitted prompt lacks.</summary>
public enum ConsentFault
{
    /// <summary>No channel that the service offers was ticked.</summary>
    ChannelMissing,

    /// <summary>No term that the service offers was picked.</summary>
    TermMissing,
}
