"""Words that stand for one another: forms that no ending makes, and the synonyms of the trade."""

_FAMILIES = """
begin begins began begun beginning
block blocks blocked blocking blockade blockaded
break breaks broke broken breach
build builds built building
buy buys bought buying
close closes closed closing closure
die dies died dying dead death deaths
expel expels expelled expulsion
fall falls fell fallen
fight fights fought fighting
flee flees fled fleeing flight
france french
germany german germans
give gives gave given
hold holds held holding
justify justifies justified justification
leave leaves left leaving
lose loses lost losing loss losses
meet meets met meeting meetings
recognise recognises recognised recognising recognition
say says said saying
see sees saw seen
seek seeks sought seeking
sell sells sold selling sale sales
speak speaks spoke spoken speech
take takes took taken taking
turkey turkish turks
war wars wartime
withdraw withdraws withdrew withdrawn withdrawal
write writes wrote written writing
"""

_SYNONYMS = """
accord treaty pact deal agreement memorandum
advice demand demands ask asks recommendation recommendations
aid assistance relief help support
aims goals objectives intentions position positions
airlift flights cargo aircraft
ally allies supporter supporters backer backers back backs backed backing support supports
alone isolated isolation
analysis article commentary paper report
arrests arrested detained detainees prisoners
assault attack offensive operation aggression invade invaded invasion
assurance assurances guarantee guarantees safeguard safeguards
attend attends attendance
author authors write writes wrote written writer writers
authority authorities government administration leadership officials
autonomy status self-determination self-rule self-government
border borders frontier boundary delimitation
bad dire grave serious severe
briefing brief summary
broker brokered mediator mediators mediate mediated mediation arbiter
buildup build-up mobilisation preparations
captives prisoners hostages
casualties killed dead deaths fatalities wounded victims toll
chance opportunity moment
change changes shift shifts shifting
channel channels format formats track tracks
chronology timeline
church churches cemetery cemeteries heritage monument monuments
civilian civilians population residents inhabitants people
clash clashes skirmish skirmishes fighting violence hostilities war attack attacks
communique declaration statement
concede conceded concedes concession concessions renounce renounced surrender surrendered drop drops dropped
contradict contradicts contradicting contradiction contradictions inconsistency inconsistencies tension tensions
control controls controlled run runs secure secures secured
country countries nation nations state states
court courts tribunal ruling rulings judgment judgments
criticise criticism reproach blame
deadline deadlines timetable window
democracy opposition domestic
demonstration demonstrations protest protests protesters rally rallies street streets unrest
dependence dependency reliance need needs depend depends dependent
deterrence deter deterrent
dialogue negotiations negotiation talks
diplomat diplomats envoy envoys ambassador ambassadors
displaced displacement refugee refugees idp idps exodus evacuees fleeing departure
election elections vote
embargo sanction sanctions
energy gas oil pipeline
escalate escalation spread wider further
expansion enlargement
food fuel water medicine medicines supplies hunger starvation famine malnutrition shortage shortages humanitarian eat
fragile precarious shaky stable stability unstable
freedom rights
funding funds money finance financing investment investments
genocide atrocity atrocities cleansing
guarantor guarantors guarantees responsible vouch vouches
guard guards guarded secure secures secured protect protects protected protection protector protectors
home homes return returns returned repatriation
hostility hatred enmity
ignore ignored overlook overlooked disregarded neglected inattention
independence secession separatism recognition
intervene intervention step-in
journalist reporter reporters press media
leader leaders head president premier chancellor
lever levers leverage instrument instruments
medicine medicines medical
militia militias fighters forces
missile missiles artillery drones
mission monitors observers monitoring
motive motives cause causes reason reasons trigger triggers
nationalism nationalist
oblige obliges obliged obligation obligations
observer observers monitors monitor monitoring
occupation occupied
oversight supervision monitoring verification
partner partners ally allies
pay pays cost costs price prices funding
peacekeeper peacekeepers contingent paratroopers
penalty penalties sanctions punish punishes punished punishment
pm premier minister
prediction predictions outlook forecast forecasts scenario scenarios expectation
premeditated planned prepared plotted
provocation provocations pretext
railway rail road route link
ratified ratification signed signatories
rearmament disarm disarmament
reconciliation coexistence
reliable credible credibility trust
resettlement resettled settlers settle move
resolution settlement solution
risk risks danger dangers
rivalry rift
seize seizes seized capture captured regain regained
siege blockade blockaded block blocks blocked closure closed close
soldier soldiers troop troops army forces contingent military
sovereignty integrity
starve starving starvation hunger
stop restrain prevent deter
strong strength stronger superior superiority
summit meeting
territory territories land region
threat threats threaten threatened menace warning warnings warned
transcaucasia caucasus
transit corridor route road
transport traffic
truce armistice ceasefire
ultimatum demand demands
unknown unknowns gap gaps missing
unused latent idle untapped dormant
veto refuse refused refusal
weapon weapons weaponry arms arsenal ammunition
withdrawal pullout leave leaving home
"""


def _groups(text: str) -> str:
    return "".join(f" {line} \n" for line in text.replace("-", "").strip().splitlines())


_FAMILY_GROUPS, _SYNONYM_GROUPS = _groups(_FAMILIES), _groups(_SYNONYMS)


def family(word: str) -> tuple[str, ...]:
    """The forms of a word that no ending makes."""
    return _beside(word, _FAMILY_GROUPS)


def synonyms(word: str) -> tuple[str, ...]:
    """The words that mean much the same as another where states deal with each other."""
    return _beside(word, _SYNONYM_GROUPS)


def _beside(word: str, groups: str) -> tuple[str, ...]:
    """What stands in a group with a word. A table of them all would take longer to make than most searches do."""
    sought = f" {word} "
    found = [group.split() for group in groups.splitlines() if sought in group] if sought in groups else []
    return tuple(dict.fromkeys(other for group in found for other in group if other != word))
