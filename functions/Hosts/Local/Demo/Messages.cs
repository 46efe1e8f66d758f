using Ascs.Contracts;

namespace Ascs.Hosts.Local.Demo;

/// <summary>The sample's messages.</summary>
internal static class Messages
{
    /// <summary>Port of parcel notices.</summary>
    public const string ParcelPort = "106912340001";

    /// <summary>A parcel has arrived.</summary>
    public static CreateTaskRequest Parcel(params Aid[] aids) => Task("parcel-notice", "parcel-arrived", ParcelPort, aids, new Dictionary<string, string>
    {
        ["parcel"] = "HY20261122", ["place"] = "东门驿站", ["code"] = "8-2-4071", ["until"] = "周三",
    });

    /// <summary>A visit is tomorrow.</summary>
    public static CreateTaskRequest Visit(params Aid[] aids) => Task("visit-reminder", "visit-tomorrow", "106956780001", aids, new Dictionary<string, string>
    {
        ["date"] = "明天", ["time"] = "9:30", ["place"] = "二楼内科",
    });

    private static CreateTaskRequest Task(string service, string template, string port, Aid[] aids, IReadOnlyDictionary<string, string> variables) => new(
        1, ServiceId.Parse(service), Channel.Sms, TemplateId.Parse(template), 1, SenderId.Parse(port), null, [.. aids.Select(aid => new TaskRecipient(aid, variables.ToDictionary(v => v.Key, v => new SensitiveText(v.Value))))]);
}
