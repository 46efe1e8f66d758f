using Ascs.Contracts;

namespace Ascs.Fleet;

/// <summary>Tasks of the two sample enterprises.</summary>
internal static class LoadTasks
{
    public static IReadOnlyDictionary<string, string> Services { get; } =
        new Dictionary<string, string> { ["hongyan-express"] = "parcel-notice", ["qinghe-clinic"] = "visit-reminder" };

    /// <summary>A task of this enterprise to these AIDs, now.</summary>
    public static CreateTaskRequest To(string enterprise, IEnumerable<Aid> aids) => enterprise == "hongyan-express"
        ? Task(enterprise, "parcel-arrived", "106912340001", aids, new() { ["parcel"] = "HY20261122", ["place"] = "东门驿站", ["code"] = "8-2-4071", ["until"] = "周三" })
        : Task(enterprise, "visit-tomorrow", "106956780001", aids, new() { ["date"] = "明天", ["time"] = "9:30", ["place"] = "二楼内科" });

    private static CreateTaskRequest Task(string enterprise, string template, string port, IEnumerable<Aid> aids, Dictionary<string, string> variables) => new(
        1, ServiceId.Parse(Services[enterprise]), Channel.Sms, TemplateId.Parse(template), 1, SenderId.Parse(port), null,
        [.. aids.Select(aid => new TaskRecipient(aid, variables.ToDictionary(v => v.Key, v => new SensitiveText(v.Value))))]);
}
