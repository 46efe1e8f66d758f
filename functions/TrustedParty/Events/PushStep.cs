namespace Ascs.TrustedParty.Events;

/// <summary>What came of offering an enterprise its next events.</summary>
internal enum PushStep
{
    /// <summary>There were none.</summary>
    Nothing,

    /// <summary>It holds them.</summary>
    Pushed,

    /// <summary>It lost earlier ones and wants those first.</summary>
    Gap,

    /// <summary>It did not take them, or did not answer.</summary>
    Failed,
}
