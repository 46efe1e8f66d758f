using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>What a caller does about a refusal. The status alone tells it, so that a code which a later version adds still has one.</summary>
[JsonConverter(typeof(WireEnumConverter<ProblemClass>))]
public enum ProblemClass
{
    /// <summary>Another request is needed: this one never succeeds.</summary>
    Request,

    /// <summary>Who calls is not proved: another certificate, key, token or clock is needed.</summary>
    Identity,

    /// <summary>The caller may not.</summary>
    Permission,

    /// <summary>Not in the state things are in: the same request may succeed later.</summary>
    State,

    /// <summary>Too much at once: the same request may succeed later.</summary>
    Limit,

    /// <summary>The fault is the platform's: the same request may succeed later.</summary>
    Platform,
}
