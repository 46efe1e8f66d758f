namespace Ascs.Enterprise.Subscriptions;

/// <summary>How far cancelling is.</summary>
public enum CancelStage
{
    /// <summary>The person is asked whether they are sure.</summary>
    Asked,

    /// <summary>The block stands at the home operator.</summary>
    Done,

    /// <summary>Recorded; the home operator is away, and a last instant is known after which nothing can go out.</summary>
    Accepted,

    /// <summary>The trusted party could not be reached: nothing has changed yet.</summary>
    NotYet,
}
