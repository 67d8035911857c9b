"""Common given names in English-language news, by what a pronoun for their bearers would be. Nothing else."""

from __future__ import annotations

from .words import word_set

MALE_NAMES = word_set(
    "aaron adam adrian ahmed alan albert alejandro alex alexander alfred ali allen andrea andreas andrew andy angelo anthony"
    " antonio arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brett"
    " brian bruce bryan carl carlos charles charlie chris christian christopher chuck clarence colin craig curtis dale dan daniel"
    " danny darren dave david dean dennis derek dick diego dmitry dominic don donald doug douglas duncan dustin dwight dylan earl ed"
    " eddie edgar eduardo edward edwin emmanuel enrique eric erik ernest ethan eugene evan fernando floyd francis francisco frank"
    " franklin fred frederick gabriel garry gary gavin gene geoff geoffrey george gerald gerard gilbert glen glenn gordon graham"
    " grant greg gregory guy hans harold harry harvey hassan heath hector henry herbert herman howard hugh hugo ian ibrahim igor isaac"
    " ivan jack jacob jacques jaime jake james jamie jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesse jesus jim"
    " jimmy joe joel johan john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth"
    " kevin kurt kyle lance larry lawrence lee leo leon leonard leonardo lewis liam lionel lloyd louis lucas luis luke malcolm manuel"
    " marc marco marcus mario mark martin marvin matt matthew maurice max mel michael miguel mike milton mitch mohamed mohammed morgan"
    " muhammad narendra nathan neil nelson nicholas nick nigel nikol noah norman oliver omar oscar otto owen pablo patrick paul pedro"
    " perry pete peter phil philip phillip pierre rafael ralph ramon randall randy raul ray raymond recep ricardo richard rick ricky"
    " rob robert roberto robin rod rodney roger roland roman ron ronald ross roy ruben rudy rupert russell ryan salvador sam samuel"
    " saul scott sean sebastian sergei sergey sergio seth shane shaun shawn sidney silvio simon stan stanley stephen steve steven"
    " stuart ted terry theodore thomas tim timothy toby todd tom tommy tony travis trevor troy tyler vernon victor vincent vladimir"
    " volodymyr wallace walter warren wayne wesley will william willie winston xi yusuf zachary zack"
)
FEMALE_NAMES = word_set(
    "abigail agnes alexandra alice alicia alison allison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annie"
    " april ashley audrey barbara beatrice becky bella beth betty beverly bonnie brenda britney brittany brooke calista camilla carla"
    " carly carmen carol caroline carolyn carrie catherine cathy celia charlene charlotte cheryl chloe christina christine cindy claire"
    " clara claudia colleen connie courtney crystal cynthia daisy dana danielle dawn deborah debbie debra denise diana diane donna"
    " dora doris dorothy edith eileen elaine eleanor elena elisabeth elizabeth ella ellen emily emma erica erika erin esther ethel eva"
    " eve evelyn faith fiona florence frances gail gemma georgia geraldine gillian gina giorgia gladys gloria grace greta gretchen"
    " gwen hannah harriet hazel heather heidi helen helena hilary hillary holly ida ingrid irene iris isabel isabella ivanka jackie"
    " jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce"
    " juanita judith judy julia julie june kamala karen karin kate katherine kathleen kathryn kathy katie kayla kaylie keira kelly"
    " kerry kim kimberly kirsten kristen kristin laura lauren leah leslie lillian lily linda lisa liz lois loretta lori lorraine louise"
    " lucia lucy lydia lynn mabel madeleine madison maggie malala margaret maria marian marie marilyn marina marion marissa marjorie"
    " martha mary maureen megan melania melanie melinda melissa meryl michelle mildred miranda miriam molly monica nancy naomi natalie"
    " natasha nicola nicole nina nora norma olga olivia pamela patricia paula pauline peggy penelope penny petra phoebe phyllis priscilla"
    " rachel rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sally samantha sandra sara sarah"
    " scarlett shannon sharon sheila shelly sherry shirley silvia sonia sophia sophie stacey stacy stella stephanie sue susan suzanne"
    " sylvia tammy tanya tara teresa theresa tiffany tina tracey tracy ursula valerie vanessa vera veronica victoria violet virginia"
    " vivian wanda wendy whitney yolanda yvonne zoe"
)
