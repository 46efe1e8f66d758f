using System.Globalization;
using System.Text;

namespace Ascs.Contracts;

/// <summary>
/// The short agreement in the exact words a person sees (ISC-6.1.1.1), made from the policy that is enforced at send and the choices made.
/// Enterprise and trusted party both make it, and its hash is part of the evidence. A change of wording here is a new <see cref="Version"/>.
/// </summary>
public static class ConsentText
{
    /// <summary>Version of the wording, the first line of every text.</summary>
    public const int Version = 1;

    /// <summary>The whole text: lines ended by U+000A.</summary>
    public static string For(ServicePolicy policy, ConsentChoices choices)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(choices);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"ASCS-CONSENT-{Version} {policy.EnterpriseId}/{policy.ServiceId} v{policy.Version}\n");
        foreach (var section in Sections(policy, choices))
            text.Append(section.Title).Append('\n').Append(section.Body).Append('\n');
        return text.ToString();
    }

    /// <summary>The text section by section, as the page lays it out.</summary>
    public static IReadOnlyList<ConsentSection> Sections(ServicePolicy policy, ConsentChoices choices)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(choices);
        var english = choices.Language == Language.En;
        return
        [
            Who(policy, choices.Language, english),
            What(policy, choices, english),
            Number(policy, english),
            .. choices.Channels.Select(channel => When(channel, policy.PromiseOf(channel), english)),
            Term(choices, english),
            Collected(policy, english),
            Check(english),
            Cancel(policy, choices.Language, english),
        ];
    }

    private static ConsentSection Who(ServicePolicy policy, Language language, bool english) => english
        ? new("Who", $"{policy.EnterpriseName.In(language)} operates this service. {policy.ProviderName.In(language)} provides the communication.")
        : new("谁在提供服务", $"服务运营主体：{policy.EnterpriseName.In(language)}。服务提供主体：{policy.ProviderName.In(language)}。");

    private static ConsentSection What(ServicePolicy policy, ConsentChoices choices, bool english)
    {
        var channels = string.Join(english ? " and " : "、", choices.Channels.Select(c => ConsentWords.Channel(c, choices.Language)));
        return english
            ? new("What", $"{policy.ServiceName.En}: {policy.Content.En} By {channels}, and by nothing else.")
            : new("服务内容", $"{policy.ServiceName.Zh}：{policy.Content.Zh}仅通过{channels}联系您，不使用其他方式。");
    }

    private static ConsentSection Number(ServicePolicy policy, bool english) => english
        ? new("Your number stays hidden", $"{policy.EnterpriseName.En} does not get your phone number. It gets an anonymous identifier that works only for this service and only during the term.")
        : new("您的手机号不会被提供", $"{policy.EnterpriseName.Zh}无法获取您的手机号，仅能获取匿名标识；该标识仅用于本服务，且仅在授权期内有效。");

    private static ConsentSection When(Channel channel, Promise? promise, bool english)
    {
        ArgumentNullException.ThrowIfNull(promise);
        var words = ConsentWords.Channel(channel, english ? Language.En : Language.Zh);
        var hours = ConsentWords.Hours(promise);
        var senders = string.Join(english ? ", " : "、", promise.Senders);
        return english
            ? new($"When and how often: {words}", $"Between {hours} (Beijing time), at most {promise.PerDay} a day and {promise.PerWeek} a week (Monday to Sunday), from {senders}.")
            : new($"何时、多频繁：{words}", $"每日{hours}（北京时间），每天最多{promise.PerDay}次，每周（周一至周日）最多{promise.PerWeek}次，号码：{senders}。");
    }

    private static ConsentSection Term(ConsentChoices choices, bool english) => english
        ? new("How long", $"{choices.TermDays} days from your consent. After that the identifier no longer works.")
        : new("授权期限", $"自您同意之日起{choices.TermDays}天，到期自动失效。");

    private static ConsentSection Collected(ServicePolicy policy, bool english)
    {
        var items = string.Join(english ? ", " : "、", policy.Identifiers.Select(type => ConsentWords.Identifier(type, english ? Language.En : Language.Zh)));
        return english
            ? new("What is collected and shared", $"Device or virtual identifier ({items}), encrypted so that only your telecom operator can open it; your choices on this page.")
            : new("收集与共享的信息", $"设备标识或虚拟标识（{items}），加密后仅您的电信运营商可以解开；以及您在本页的选择。");
    }

    private static ConsentSection Check(bool english) => english
        ? new("How it is checked", "Your telecom operator is found by asking the operators one after another whether the encrypted identifier is theirs. Your operator then tells you once by SMS that you subscribed.")
        : new("如何核实", "系统会依次向各电信运营商询问该加密标识是否属于其用户。确认后，您的电信运营商会发送一次短信告知您已订阅。");

    private static ConsentSection Cancel(ServicePolicy policy, Language language, bool english) => english
        ? new("How to cancel", $"At any time: reply R, TD or STOP to any message; at {policy.CancelAddress}; in the app under {policy.CancelPath.In(language)}; or through {policy.Contact.In(language)}. Refusing or cancelling does not affect any other service.")
        : new("如何取消", $"随时可取消：回复 R、TD 或“退订”；访问 {policy.CancelAddress}；在App内：{policy.CancelPath.In(language)}；或联系{policy.Contact.In(language)}。拒绝或取消不影响您使用其他服务。");
}
