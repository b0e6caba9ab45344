// Words that can mean danger. The list errs towards telling a person: a flag costs a minute of reading. It is a help
// beside reading everything that comes in, never in place of it.

#include "safeguarding/safeguarding.h"

namespace earshot::safeguarding {

std::string_view built_in_danger_words() {
  // One a line; "*" at the end stands for any ending. Each language follows the others, English first.
  return R"(hits me
hit me
hitting me
hits her
hits him
hits my
hits us
hits the children
hits the kids
punched me
punches me
kicked me
kicks me
beats me
beat me up
beaten me
slaps me
slapped me
hurts me
hurt me
hurting me
hurts my
hurting my
will hurt
going to hurt
strangl*
choked me
chokes me
burned me
burnt me
bruise*
black eye
locked me in
locks me in
not allowed out
not allowed to eat
nothing to eat
no food
starv*
touches me
touched me
touching me
made me touch
private parts
rape*
raping
sexually
sexual abuse
naked picture*
naked photo*
nudes
groom*
our secret
keep it a secret
told me not to tell
says not to tell
abus*
neglect*
domestic violence
violent
threaten*
kill me
kill you
kill her
kill him
kill us
kill them
kill himself
kill herself
kill myself
killing myself
suicid*
end my life
end it all
want to die
wants to die
wish i was dead
better off dead
dont want to live
dont want to be here any more
dont want to be here anymore
self harm*
selfharm*
harm myself
harming myself
hurt myself
hurting myself
cut myself
cutting myself
cuts herself
cuts himself
overdos*
knife
gun
stab*
weapon*
scared of my dad
scared of my mum
scared of my father
scared of my mother
scared of my husband
scared of my partner
scared of him
scared of her
afraid of my dad
afraid of my mum
afraid of my husband
afraid of my partner
afraid of him
frightened of him
frightened of my
scared to go home
afraid to go home
dont feel safe
do not feel safe
not safe at home
unsafe at home
in danger
run away
ran away
running away
missing from home
forced marriage
forced to marry
make me marry
forcing me
honour based
fgm
mutilat*
traffick*
slave*
county lines
carrying drugs
sell drugs
radicalis*
yn fy mrifo
fy mrifo
yn fy nharo
fy nharo
yn fy nghuro
cam-drin
camdrin
camdriniaeth
esgeulus*
trais
treisio
treisiodd
bygwth*
lladd fy hun
lladd ei hun
fy lladd
hunanladd*
eisiau marw
hunan-niweid*
niweidio fy hun
brifo fy hun
torri fy hun
cyllell
cleisiau
ddim yn teimlo'n ddiogel
ddim yn ddiogel
mewn perygl
ofn mynd adref
ofn fy nhad
ofn fy mam
ofn fy ngŵr
rhedeg i ffwrdd
priodas dan orfod
cadw'n gyfrinach
مجھے مارتا
مجھے مارتی
مجھے مارتے
مجھے مارا
مار پیٹ
مارپیٹ
تشدد
زیادتی
جنسی
ریپ
عصمت دری
دھمکی
دھمکیاں
دھمکاتا
جان سے مار
مار ڈالے گا
مار دے گا
مار دیں گے
قتل
خودکشی
خود کشی
مرنا چاہتا
مرنا چاہتی
جینا نہیں
خود کو نقصان
چاقو
بندوق
ڈر لگتا ہے
محفوظ نہیں
خطرے میں
خطرہ ہے
گھر سے بھاگ
زبردستی شادی
جبری شادی
کھانا نہیں دیتے
کھانا نہیں دیتا
قید
بند کر دیا
گلا دبایا
گلا دباتا
چھوتا ہے
کسی کو مت بتانا)";
}

}  // namespace earshot::safeguarding
