namespace Ascs.Enterprise.App;

/// <summary>What keeps the sample app from going on.</summary>
public enum AppFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No service was picked, or one that is not offered.</summary>
    ServiceMissing,

    /// <summary>No phone was picked.</summary>
    PhoneMissing,

    /// <summary>The phone has no identifier that the service collects.</summary>
    PhoneUnfit,
}
